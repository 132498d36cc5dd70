package io.regcontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/regcontract}, with a Java that prints what it was called with. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has a script of its own, regcontract.cmd")
class StartScriptTest {

    private static final Path SCRIPT = Path.of(System.getProperty("regcontract.root"), "distribution/bin/regcontract");

    @TempDir
    private Path directory;

    private Path lib;
    private Path javaHome;

    private record Ended(int exit, String output) {}

    @BeforeEach
    void layOutADistribution() throws IOException {
        Files.copy(SCRIPT, Files.createDirectories(directory.resolve("a b/bin")).resolve("regcontract"));
        lib = Files.createDirectories(directory.resolve("a b/lib")).toRealPath();
        Files.writeString(lib.resolve("regcontract.jar"), "");
        javaHome = directory.resolve("java home");
        var java = Files.createDirectories(javaHome.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '[%s]' \"$@\"\nexit 5\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(javaHome.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.15\"\nOS_NAME=\"x\"\n");
    }

    @Test
    void startsTheJarWithTheOptionsForAShortRunAndEndsWithItsExitCode() throws Exception {
        var ended = script(Map.of(), "gate", "--run", "a b");

        assertThat(ended.exit()).isEqualTo(5);
        assertThat(ended.output())
                .isEqualTo("[-XX:TieredStopAtLevel=1][-XX:+UseSerialGC][-Dgroovy.indy.optimize.threshold=0][-jar][" + ""
                        + jar() + "][gate][--run][a b]");
    }

    @Test
    void leavesTheSimulatorBothCompilers() throws Exception {
        assertThat(script(Map.of(), "simulator").output()).isEqualTo("[-jar][" + jar() + "][simulator]");
    }

    /** It replaces the names of many people, which takes half the processor time then. */
    @Test
    void leavesAnExportBothCompilers() throws Exception {
        assertThat(script(Map.of(), "twin", "export").output())
                .isEqualTo("[-XX:+UseSerialGC][-Dgroovy.indy.optimize.threshold=0][-jar][" + jar() + "][twin][export]");
    }

    @Test
    void takesTheArchiveOfThisJavaAndNoOther() throws Exception {
        Files.writeString(lib.resolve("regcontract-simulator-17.0.14.jsa"), "");

        assertThat(script(Map.of(), "simulator").output()).doesNotContain("jsa");

        Files.writeString(lib.resolve("regcontract-simulator-17.0.15.jsa"), "");

        assertThat(script(Map.of(), "simulator").output())
                .isEqualTo("[-XX:SharedArchiveFile=" + lib.resolve("regcontract-simulator-17.0.15.jsa")
                        + "][-Xshare:auto][-Xlog:cds=off][-Xlog:cds+dynamic=off][-jar][" + jar() + "][simulator]");
    }

    @Test
    void handsMoreOptionsToJava() throws Exception {
        assertThat(script(Map.of("REGCONTRACT_JVM", "-Xmx1g -Dx=y"), "simulator")
                        .output())
                .startsWith("[-Xmx1g][-Dx=y][-jar]");
    }

    @Test
    void findsItsJarThroughALink() throws Exception {
        var link = Files.createSymbolicLink(directory.resolve("rc"), Path.of("a b/bin/regcontract"));

        assertThat(run(link, Map.of("JAVA_HOME", javaHome.toString()), "simulator")
                        .output())
                .isEqualTo("[-jar][" + jar() + "][simulator]");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        assertThat(script(Map.of("JAVA_HOME", "/nowhere")))
                .isEqualTo(new Ended(
                        2, "No Java was found: set JAVA_HOME to a Java 17 or newer, or put one on the PATH.\n"));

        Files.delete(lib.resolve("regcontract.jar"));

        var ended = script(Map.of());
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.output()).startsWith("regcontract.jar is neither in ").endsWith("./mvnw package makes it.\n");
    }

    private Path jar() {
        return lib.resolve("regcontract.jar");
    }

    private Ended script(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var all = new HashMap<>(Map.of("JAVA_HOME", javaHome.toString()));
        all.putAll(environment);
        return run(directory.resolve("a b/bin/regcontract"), all, arguments);
    }

    private static Ended run(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(Stream.concat(Stream.of("sh", script.toString()), List.of(arguments).stream())
                .toList());
        builder.environment().remove("REGCONTRACT_JVM");
        builder.environment().putAll(environment);
        var process = builder.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output.replaceAll("/a b/bin/\\.\\./lib", "/a b/lib"));
    }
}
