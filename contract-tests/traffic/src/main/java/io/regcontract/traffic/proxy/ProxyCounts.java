package io.regcontract.traffic.proxy;

/**
 * What passed through a proxy.
 *
 * @param exchanges that came to an end, whatever that was
 * @param missed of them, without being judged, because the judge was behind or memory was short
 * @param failed of them, on which the judge itself failed
 */
public record ProxyCounts(long exchanges, long missed, long failed) {}
