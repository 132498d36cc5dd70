package io.regcontract.cli.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** mitmproxy's {@code mitmdump} before a service, which writes what passes as HAR when it ends. */
final class Mitmproxy {

    /** Since version 10.1 it writes HAR by itself; before, by this script, which Debian's package brings along. */
    private static final Path SCRIPT = Path.of("/usr/share/doc/mitmproxy/examples/contrib/har_dump.py");

    private static final Pattern LISTENING = Pattern.compile("listening at \\S*?:([0-9]+)");
    private static final Pattern VERSION = Pattern.compile("Mitmproxy: ([0-9]+)\\.([0-9]+)");
    private static final long SECONDS_TO_END = 60;

    private final Process process;
    private final URI address;

    private Mitmproxy(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it on a free port, or skips the test where it is not there. */
    static Mitmproxy before(URI service, Path har) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Program.path("mitmdump").toString(),
                "--mode",
                "reverse:" + service,
                "--listen-host",
                "127.0.0.1",
                "--listen-port",
                "0",
                // Which application is meant, the host says.
                "--set",
                "keep_host_header=true",
                "--set",
                "confdir=" + har.resolveSibling("mitmproxy"),
                "--set",
                "hardump=" + har));
        if (!writesHarByItself(har.resolveSibling(""))) {
            if (!Files.isReadable(SCRIPT)) {
                Program.missing("mitmdump is older than 10.1, and its script " + SCRIPT + " is not there");
            }
            command.addAll(List.of("-s", SCRIPT.toString()));
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHONUNBUFFERED", "1");
        var process = builder.start();
        var output = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        var said = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var listening = LISTENING.matcher(line);
            if (listening.find()) {
                drain(output);
                return new Mitmproxy(process, URI.create("http://127.0.0.1:" + listening.group(1)));
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("mitmdump did not start: " + said);
    }

    private static boolean writesHarByItself(Path directory) throws IOException, InterruptedException {
        var version = VERSION.matcher(Program.run(directory, Map.of(), List.of("mitmdump", "--version"))
                .output());
        if (!version.find()) {
            return false;
        }
        int major = Integer.parseInt(version.group(1));
        return major > 10 || (major == 10 && Integer.parseInt(version.group(2)) >= 1);
    }

    /** Else it would wait for a reader at some time. */
    private static void drain(BufferedReader output) {
        var reader = new Thread(
                () -> {
                    try {
                        output.transferTo(Writer.nullWriter());
                    } catch (IOException ended) {
                        // The program has ended.
                    }
                },
                "output of mitmdump");
        reader.setDaemon(true);
        reader.start();
    }

    URI address() {
        return address;
    }

    /** Ends it, so that it writes its HAR. */
    void end() throws InterruptedException {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                throw new AssertionError("mitmdump did not end within " + SECONDS_TO_END + " seconds");
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
