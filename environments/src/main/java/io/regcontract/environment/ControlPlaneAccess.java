package io.regcontract.environment;

import java.net.URI;

/**
 * The control plane of a simulator: where the world is changed.
 *
 * @param address of the control plane, its path included, without a slash at the end
 * @param token what it asks for
 */
public record ControlPlaneAccess(URI address, Secret token) {}
