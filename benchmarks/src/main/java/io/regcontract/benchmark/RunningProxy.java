package io.regcontract.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A proxy in a process of its own. */
record RunningProxy(Process process, URI address) implements AutoCloseable {

    static RunningProxy ours(BenchmarkWorkspace workshop, URI service) throws IOException {
        var directory =
                workshop.directory("proxy-" + System.currentTimeMillis()).toString();
        var builder = new ProcessBuilder(
                workshop.command().toString(),
                "proxy",
                "--upstream=" + service,
                "--records=" + directory,
                "--out=" + directory,
                "--history=" + directory);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var out = process.inputReader();
        var ready = String.valueOf(out.readLine());
        if (!ready.contains("http")) {
            throw new IOException("the proxy did not start: " + ready);
        }
        var reading = new Thread(() -> readOn(out), "proxy-output");
        reading.setDaemon(true);
        reading.start();
        return new RunningProxy(process, URI.create(ready.replaceFirst("proxy ready at ([^,]*),.*", "$1")));
    }

    /** Prints what comes after the verdicts, which says that all was judged. */
    private static void readOn(BufferedReader out) {
        out.lines()
                .filter(line -> line.contains("exchanges") || line.contains("behind"))
                .forEach(System.out::println);
    }

    static RunningProxy mitmproxy(URI service) throws IOException {
        var port = freePort();
        return listening(
                "apt-get install mitmproxy",
                port,
                List.of(
                        "mitmdump",
                        "-q",
                        "--mode",
                        "reverse:" + service,
                        "--listen-host",
                        "127.0.0.1",
                        "--listen-port",
                        Integer.toString(port)));
    }

    /** Prism, which holds requests and answers against our own description and lets them pass. */
    static RunningProxy prism(BenchmarkWorkspace workshop, URI service) throws IOException, InterruptedException {
        var program = NpmTool.installed(workshop, "@stoplight/prism-cli", workshop.word("prism", "5.14.2"), "prism");
        var port = freePort();
        return listening(
                "npm install @stoplight/prism-cli",
                port,
                List.of(
                        program.toString(),
                        "proxy",
                        workshop.root().resolve("schemas/target/openapi.yaml").toString(),
                        service.toString(),
                        "--host=127.0.0.1",
                        "--port=" + port,
                        "--verboseLevel=silent"));
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static RunningProxy listening(String cure, int port, List<String> command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (process.isAlive()) {
            try (var there = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return new RunningProxy(process, URI.create("http://127.0.0.1:" + there.getPort()));
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IOException(command.get(0) + " did not start; " + cure);
    }

    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
