package io.regcontract.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The simulator in a process of its own, as far away as is wanted. It counts the calls of the API, not of its control plane. */
final class RemoteSimulator implements AutoCloseable {

    static final String OWNER = "benchmark-owner";
    static final String OWNER_SECRET = "benchmark-owner-secret";
    static final String LOGIN = "benchmark-login";
    static final String CONTROL_TOKEN = "benchmark-control-token";
    static final String CONTROL = "/control/v1";

    private final Process process;
    private final URI address;
    private final AtomicLong calls = new AtomicLong();

    private RemoteSimulator(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static RemoteSimulator start(Path regcontract, int latencyMillis) throws IOException {
        var command = new ArrayList<>(List.of(regcontract.toString(), "simulator"));
        command.addAll(
                List.of("--owner-client-id", OWNER, "--owner-client-secret", OWNER_SECRET, "--login-client-id", LOGIN));
        command.addAll(List.of("--control-token", CONTROL_TOKEN, "--latency", Integer.toString(latencyMillis)));
        var builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        var ready = process.inputReader().readLine();
        if (ready == null || !ready.contains("http")) {
            process.destroyForcibly();
            throw new IOException("the simulator did not start: " + command);
        }
        var simulator = new RemoteSimulator(process, URI.create(ready.substring(ready.lastIndexOf(' ') + 1)));
        var log = new Thread(() -> simulator.count(process.errorReader()), "calls");
        log.setDaemon(true);
        log.start();
        return simulator;
    }

    private void count(BufferedReader log) {
        try {
            while (log.readLine() != null) {
                calls.incrementAndGet();
            }
        } catch (IOException ended) {
            // The log ends when the process ends.
        }
    }

    URI address() {
        return address;
    }

    /** Calls of the API so far. */
    long calls() {
        return calls.get();
    }

    /** What the profile of the benchmarks refers to, for a service at this address. */
    static Map<String, String> variables(URI address) {
        return Map.of(
                "REGCONTRACT_BASE_URL", address.toString(),
                "REGCONTRACT_OWNER_CLIENT_ID", OWNER,
                "REGCONTRACT_OWNER_CLIENT_SECRET", OWNER_SECRET,
                "REGCONTRACT_LOGIN_CLIENT_ID", LOGIN,
                "REGCONTRACT_CONTROL_URL", address.toString(),
                "REGCONTRACT_CONTROL_TOKEN", CONTROL_TOKEN);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
