package io.regcontract.simulator.store.disk;

import java.util.function.Function;

/**
 * How values are written as texts and read again.
 *
 * @param reading throws {@link io.regcontract.simulator.store.StorageException} for a text that is no such value
 */
public record TextCodec<V>(Function<V, byte[]> writing, Function<byte[], V> reading) {}
