package io.regcontract.traffic.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that plays a script on each connection. */
final class ScriptedService implements AutoCloseable {

    private static final int PATIENCE = 20;

    private final ServerSocket listening;
    private final CompletableFuture<String> said = new CompletableFuture<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** What happens on a connection; what it returns is what was heard. */
    @FunctionalInterface
    interface Script {
        String play(Wire wire) throws IOException;
    }

    private ScriptedService(Script script) throws IOException {
        listening = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        var accepting = new Thread(() -> accept(script), "scripted-service");
        accepting.setDaemon(true);
        accepting.start();
    }

    static ScriptedService playing(Script script) {
        try {
            return new ScriptedService(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A service that reads a head and answers with these bytes, and so on. */
    static ScriptedService answering(String bytes) {
        return playing(wire -> {
            var heard = "";
            while (true) {
                try {
                    heard = wire.head();
                } catch (IOException ended) {
                    return heard;
                }
                wire.send(bytes);
            }
        });
    }

    private void accept(Script script) {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                connections.incrementAndGet();
                var playing = new Thread(() -> {
                    try (var wire = new Wire(socket)) {
                        said.complete(script.play(wire));
                    } catch (IOException | AssertionError failed) {
                        said.completeExceptionally(failed);
                    }
                });
                playing.setDaemon(true);
                playing.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** What the first script heard, as soon as it has ended. */
    String heard() {
        try {
            return said.get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the script of the service did not end well: " + e, e);
        }
    }

    int connections() {
        return connections.get();
    }

    int port() {
        return listening.getLocalPort();
    }

    String authority() {
        return "127.0.0.1:" + port();
    }

    URI address() {
        return URI.create("http://" + authority());
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
