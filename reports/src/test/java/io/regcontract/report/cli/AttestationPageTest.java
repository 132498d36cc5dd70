package io.regcontract.report.cli;

import static io.regcontract.report.RecordBuilder.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.report.RecordBuilder;
import io.regcontract.report.attest.KeyFiles;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/attestation.md} as they stand there: openssl makes our keys and checks our signatures. */
class AttestationPageTest {

    private static final Path PAGE =
            Path.of(System.getProperty("regcontract.root", "..")).resolve("docs/attestation.md");

    @TempDir
    private Path root;

    /** Where they are required, a missing one is a failure. */
    @BeforeEach
    void openssl() {
        var missing =
                Stream.of("openssl", "jq").filter(program -> !isThere(program)).toList();
        if (!missing.isEmpty()) {
            var reason = "no " + String.join(" and no ", missing) + " on this machine: install Debian's package";
            if ("required".equals(System.getenv("REGCONTRACT_OPENSSL"))) {
                throw new AssertionError(reason);
            }
            Assumptions.abort(reason);
        }
    }

    @Test
    void opensslChecksWhatWasSignedWithItsEcdsaKey() throws IOException, InterruptedException {
        assertThat(shell(blockWith("openssl genpkey -algorithm EC"))).isEmpty();
        var gate = gate();
        assertThat(gate.sign(new RecordBuilder())).as(gate.err()).isZero();

        assertThat(shell(blockWith("openssl dgst"))).isEqualTo("Verified OK");
        assertThat(gate.verify("--subject", AttestedGate.SUBJECT)).isZero();

        // The same signature, and a result that somebody has changed.
        gate.sign(new RecordBuilder().of(361, failing("body.code", "361", "200")));
        Files.writeString(
                gate.file,
                Files.readString(gate.file)
                        .replaceFirst(
                                "(?<=\"payload\" : \")[^\"]+",
                                Base64.getEncoder()
                                        .encodeToString(gate.statement()
                                                .toString()
                                                .replace("FAILED", "PASSED")
                                                .getBytes(StandardCharsets.UTF_8))));
        assertThat(shell(blockWith("openssl dgst"))).contains("Verification failure");
        assertThat(gate.verify()).isEqualTo(2);
    }

    @Test
    void opensslChecksWhatWasSignedWithItsEd25519Key() throws IOException, InterruptedException {
        shell(inline("openssl genpkey -algorithm ed25519") + "\n"
                + lineOf(blockWith("openssl genpkey -algorithm EC"), "openssl pkey"));
        var gate = gate();
        assertThat(gate.sign(new RecordBuilder())).as(gate.err()).isZero();

        var block = blockWith("openssl dgst");
        assertThat(shell(block.replace(lineOf(block, "openssl dgst"), inline("openssl pkeyutl"))))
                .isEqualTo("Signature Verified Successfully");
        assertThat(gate.verify("--subject", AttestedGate.SUBJECT)).isZero();
    }

    /** What is said to an encrypted key and to an old form has to work. */
    @Test
    void opensslConvertsTheKeysThatAreRefused() throws IOException, InterruptedException {
        shell("openssl ecparam -name prime256v1 -genkey -noout -out old.pem");
        refusedThenConverted("old.pem", "pkcs8.pem");
        shell("openssl genpkey -algorithm ed25519 -aes256 -pass pass:word -out locked.pem");
        var gate = gate(root.resolve("locked.pem"));
        assertThat(gate.sign(new RecordBuilder())).isEqualTo(2);
        shell(gate.err().substring(gate.err().indexOf("openssl ")) + " -passin pass:word");
        assertThat(gate(root.resolve("plain.pem")).sign(new RecordBuilder())).isZero();
    }

    private void refusedThenConverted(String key, String converted) throws IOException, InterruptedException {
        var gate = gate(root.resolve(key));
        assertThat(gate.sign(new RecordBuilder())).isEqualTo(2);
        shell(gate.err().substring(gate.err().indexOf("openssl ")));
        assertThat(gate(root.resolve(converted)).sign(new RecordBuilder())).isZero();
    }

    @Test
    void theOtherToolsGetThePredicate() throws IOException, InterruptedException {
        var gate = gate();
        gate.attest(new RecordBuilder());

        shell(lineOf(blockWith("cosign attest"), "jq"));

        assertThat(shell("jq -r .result predicate.json")).isEqualTo("PASSED");
    }

    private AttestedGate gate() {
        return gate(root.resolve("key.pem"));
    }

    private AttestedGate gate(Path key) {
        return new AttestedGate(root, new KeyFiles(key, root.resolve("public.pem")));
    }

    private static String blockWith(String text) throws IOException {
        return Pattern.compile("(?:^    .*\\R)+", Pattern.MULTILINE)
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group().indent(-4))
                .filter(block -> block.contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no block with " + text + " in " + PAGE));
    }

    private static String inline(String start) throws IOException {
        var code = Pattern.compile("`(" + Pattern.quote(start) + "[^`]*)`").matcher(Files.readString(PAGE));
        assertThat(code.find()).as(start).isTrue();
        return code.group(1).replaceAll("\\s+", " ");
    }

    private static String lineOf(String block, String start) {
        return block.lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line that begins with " + start));
    }

    private static boolean isThere(String program) {
        return Arrays.stream(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, program))
                .anyMatch(Files::isExecutable);
    }

    /** What it printed, in the directory of the test. */
    private String shell(String commands) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of("sh", "-c", commands))
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }
}
