package io.regcontract.cli.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Stoplight's Prism, which answers with the examples of a description. */
final class Prism implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("is listening on (http://[0-9.:]+)");

    private final Process process;
    private final URI address;

    private Prism(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Installs and starts it, or skips the test. */
    static Prism mocking(Path description, Path directory) throws IOException, InterruptedException {
        Program.npmInstall(directory, "@stoplight/prism-cli@5.14.2");
        var process = new ProcessBuilder(List.of("node_modules/.bin/prism", "mock", description.toString(), "--port=0"))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        var said = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var listening = LISTENING.matcher(line);
            if (listening.find()) {
                drain(output);
                return new Prism(process, URI.create(listening.group(1)));
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("Prism did not start: " + said);
    }

    /** Else it would wait for a reader at some time. */
    private static void drain(BufferedReader output) {
        var reader = new Thread(() -> output.lines().forEach(line -> {}), "output of Prism");
        reader.setDaemon(true);
        reader.start();
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
