package io.regcontract.simulator.store.disk;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Values that were read lately, so that what is asked for often is parsed once. A value is used again only where the
 * text is the same. Holds two generations: when the younger one has as many texts as it may, the older one goes.
 */
final class ReadValues<V> {

    /** Bytes of text in a generation. Values take some ten times the room of their texts. */
    private static final long MOST = 4L * 1024 * 1024;

    private final Function<byte[], V> reading;
    private final AtomicLong length = new AtomicLong();
    private volatile Map<String, Read<V>> younger = new ConcurrentHashMap<>();
    private volatile Map<String, Read<V>> older = Map.of();

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Read<V>(byte[] text, V value) {}

    ReadValues(Function<byte[], V> reading) {
        this.reading = reading;
    }

    /** The value that a text stands for. */
    V value(String key, byte[] text) {
        var known = younger.get(key);
        if (known == null || !Arrays.equals(known.text(), text)) {
            known = older.get(key);
            if (known == null || !Arrays.equals(known.text(), text)) {
                known = new Read<>(text, reading.apply(text));
            }
            keep(key, known);
        }
        return known.value();
    }

    /**
     * The value of one text among many, which is not kept: a search reads a thousand, and to keep them costs the collector
     * more than it costs to parse them again.
     */
    V valueOnce(String key, byte[] text) {
        var known = younger.get(key);
        return known != null && Arrays.equals(known.text(), text) ? known.value() : reading.apply(text);
    }

    private void keep(String key, Read<V> read) {
        younger.put(key, read);
        if (length.addAndGet(read.text().length) > MOST) {
            synchronized (this) {
                if (length.get() > MOST) {
                    older = younger;
                    younger = new ConcurrentHashMap<>();
                    length.set(0);
                }
            }
        }
    }
}
