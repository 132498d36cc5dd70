package io.regcontract.traffic.cli;

import static io.regcontract.traffic.cli.HarFile.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.check.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies as tools write them down: as text, in base64, and compressed as they passed. */
final class EncodedBodiesTest {

    private static final String TAKEN = error(361, "unique_violation", "abcdefgh23456789");
    private static final String CREATE_361 = "REG-361.entity-create.traffic";

    /** The text of {@link #TAKEN}, stored by Brotli without compression: written by hand after RFC 7932. */
    private static byte[] brotli(byte[] text) {
        var out = new ByteArrayOutputStream();
        // A window of 16 bits; a block of up to 65536 bytes that is not compressed, then an empty last one.
        int length = text.length - 1;
        int bits = length << 4 | 1 << 20;
        out.write(bits & 0xff);
        out.write(bits >> 8 & 0xff);
        out.write(bits >> 16 & 0xff);
        out.writeBytes(text);
        out.write(3);
        return out.toByteArray();
    }

    @TempDir
    private Path directory;

    @FunctionalInterface
    private interface Compression {
        OutputStream on(OutputStream out) throws IOException;
    }

    private static byte[] compressed(Compression compression) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = compression.on(bytes)) {
            out.write(TAKEN.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private TrafficUnderTest.Outcome judged(byte[] body, String encoding) throws IOException {
        return new TrafficUnderTest(directory)
                .judge(new HarFile()
                        .call("/entity.create", Map.of("type_name", "user", "attributes", "{}"), 200, "", entry -> {
                            ((ObjectNode) entry.at("/response/content"))
                                    .put("size", 10)
                                    .put("encoding", "base64")
                                    .put("text", Base64.getEncoder().encodeToString(body));
                            HarFile.header((ArrayNode) entry.at("/response/headers"), "Content-Encoding", encoding);
                        }));
    }

    @Test
    void readsBodiesThatAreStillCompressed() throws IOException {
        var text = TAKEN.getBytes(StandardCharsets.UTF_8);
        assertThat(judged(compressed(GZIPOutputStream::new), "gzip").failures(CREATE_361))
                .isEmpty();
        assertThat(judged(compressed(DeflaterOutputStream::new), "deflate").failures(CREATE_361))
                .isEmpty();
        assertThat(judged(
                                compressed(out -> new DeflaterOutputStream(
                                        out, new Deflater(Deflater.DEFAULT_COMPRESSION, true))),
                                "deflate")
                        .failures(CREATE_361))
                .as("without the head of zlib")
                .isEmpty();
        assertThat(judged(brotli(text), "br").failures(CREATE_361)).isEmpty();
        assertThat(judged(compressed(GZIPOutputStream::new), "GZip, identity").failures(CREATE_361))
                .isEmpty();
    }

    @Test
    void readsBodiesThatTheToolHasDecompressed() throws IOException {
        for (var encoding : new String[] {"gzip", "deflate", "br", "zstd", "identity"}) {
            assertThat(judged(TAKEN.getBytes(StandardCharsets.UTF_8), encoding).failures(CREATE_361))
                    .as(encoding)
                    .isEmpty();
        }
    }

    @Test
    void leavesBodiesUnjudgedThatCannotBeDecoded() throws IOException {
        var packed = compressed(GZIPOutputStream::new);
        assertThat(reason(judged(Arrays.copyOf(packed, packed.length - 20), "gzip")))
                .isEqualTo("the body of the answer was not recorded, or not all of it");
        assertThat(reason(judged(HexFormat.of().parseHex("28b52ffd0400"), "zstd")))
                .isEqualTo("the body of the answer cannot be decoded");
        assertThat(reason(judged(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, "br")))
                .isEqualTo("the body of the answer cannot be decoded");
    }

    @Test
    void judgesNoBodyThatUnpacksToMoreThanFits() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            for (int block = 0; block < 40; block++) {
                out.write(new byte[1 << 20]);
            }
        }
        assertThat(reason(judged(bytes.toByteArray(), "gzip")))
                .isEqualTo("the body of the answer is larger than what is judged");
    }

    @Test
    void findsBytesThatAreNotInTheCharsetThatIsPromised() throws IOException {
        var latin = TAKEN.replace("does not", "d\u00e9j\u00e0").getBytes(StandardCharsets.ISO_8859_1);

        var outcome = judged(latin, "identity");

        assertThat(outcome.check("REG-500.entity-create.traffic", "body.json")
                        .first()
                        .finding())
                .isEqualTo(
                        Finding.fails("one JSON value, each key once, nothing behind it", "bytes that are not UTF-8"));
    }

    private static String reason(TrafficUnderTest.Outcome outcome) {
        return outcome.summary().unjudged().get(0).reason();
    }
}
