package io.regcontract.benchmark;

import io.regcontract.suite.replay.ServiceAccess;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The simulator in a process of its own, as far away as is wanted. It counts the calls of the API, not of its control plane. */
final class RemoteSimulator implements AutoCloseable {

    private final Process process;
    private final ServiceAccess access;
    private final AtomicLong calls = new AtomicLong();

    private RemoteSimulator(Process process, ServiceAccess access) {
        this.process = process;
        this.access = access;
    }

    static RemoteSimulator start(Path regcontract, int latencyMillis) throws IOException {
        return start(regcontract, latencyMillis, "benchmark");
    }

    /**
     * Starts one.
     *
     * @param name what its clients and its control token are named by
     */
    static RemoteSimulator start(Path regcontract, int latencyMillis, String name) throws IOException {
        var owner = name + "-owner";
        var secret = name + "-owner-secret";
        var login = name + "-login";
        var token = name + "-control-token";
        var command = new ArrayList<>(List.of(regcontract.toString(), "simulator"));
        command.addAll(
                List.of("--owner-client-id", owner, "--owner-client-secret", secret, "--login-client-id", login));
        command.addAll(List.of("--control-token", token, "--latency", Integer.toString(latencyMillis)));
        var builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        var ready = process.inputReader().readLine();
        if (ready == null || !ready.contains("http")) {
            process.destroyForcibly();
            throw new IOException("the simulator did not start: " + command);
        }
        var address = URI.create(ready.substring(ready.lastIndexOf(' ') + 1));
        var simulator = new RemoteSimulator(process, new ServiceAccess(address, owner, secret, login, token));
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
        return access.address();
    }

    /** Calls of the API so far. */
    long calls() {
        return calls.get();
    }

    /** Where it is and what it was started with. */
    ServiceAccess access() {
        return access;
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
