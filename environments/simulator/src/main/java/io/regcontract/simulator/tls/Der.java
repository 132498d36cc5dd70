package io.regcontract.simulator.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** Writes the values of ASN.1 that a certificate is made of (X.690, DER). Reads nothing. */
final class Der {

    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** From here on a certificate has its dates with four digits of the year (RFC 5280, 4.1.2.5). */
    private static final Instant LONG_YEARS = Instant.parse("2050-01-01T00:00:00Z");

    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return value(0x30, parts);
    }

    static byte[] octets(byte[] bytes) {
        return value(0x04, bytes);
    }

    static byte[] whole(BigInteger number) {
        return value(0x02, number.toByteArray());
    }

    static byte[] yes() {
        return value(0x01, new byte[] {(byte) 0xFF});
    }

    /** @param unused how many of the last bits do not count */
    static byte[] bits(int unused, byte... bytes) {
        return value(0x03, new byte[] {(byte) unused}, bytes);
    }

    static byte[] time(Instant moment) {
        return moment.isBefore(LONG_YEARS)
                ? value(0x17, UTC_TIME.format(moment).getBytes(StandardCharsets.US_ASCII))
                : value(0x18, GENERALIZED_TIME.format(moment).getBytes(StandardCharsets.US_ASCII));
    }

    /** @param dotted such as 2.5.29.17 */
    static byte[] identifier(String dotted) {
        var arcs = Arrays.stream(dotted.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        var content = new ByteArrayOutputStream();
        content.write(arcs[0] * 40 + arcs[1]);
        Arrays.stream(arcs).skip(2).forEach(arc -> {
            for (int shift = 28; shift > 0; shift -= 7) {
                if (arc >> shift != 0) {
                    content.write(((arc >> shift) & 0x7F) | 0x80);
                }
            }
            content.write(arc & 0x7F);
        });
        return value(0x06, content.toByteArray());
    }

    /** A value of the context: [number], around other values. */
    static byte[] around(int number, byte[]... parts) {
        return value(0xA0 | number, parts);
    }

    /** A value of the context: [number], in place of its own tag. */
    static byte[] instead(int number, byte[] content) {
        return value(0x80 | number, content);
    }

    private static byte[] value(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        var value = new ByteArrayOutputStream(length + 4);
        value.write(tag);
        if (length < 0x80) {
            value.write(length);
        } else if (length < 0x100) {
            value.write(0x81);
            value.write(length);
        } else if (length < 0x10000) {
            value.write(0x82);
            value.write(length >> 8);
            value.write(length);
        } else {
            throw new IllegalArgumentException("a value of " + length + " bytes is too long for a certificate");
        }
        for (var part : parts) {
            value.writeBytes(part);
        }
        return value.toByteArray();
    }
}
