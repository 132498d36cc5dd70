package io.regcontract.suite.transport;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.redaction.Redactor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends a first call in the background. REST-assured and Groovy need more than a second to load before they send
 * anything; the run reads the contract meanwhile. The call goes to a local socket, so no service is contacted.
 */
public final class HttpWarmUp {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n{\"stat\":\"ok\"}";

    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private HttpWarmUp() {}

    /** Starts the warm-up in a new thread and returns at once. Later calls do nothing. */
    public static void begin() {
        if (BEGUN.getAndSet(true)) {
            return;
        }
        var caller = new Thread(HttpWarmUp::call, "warm-up");
        caller.setDaemon(true);
        caller.start();
    }

    private static void call() {
        try (var listening = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            var answered = CompletableFuture.runAsync(() -> answer(listening), work -> {
                var thread = new Thread(work, "warm-up-answer");
                thread.setDaemon(true);
                thread.start();
            });
            var address = URI.create("http://127.0.0.1:" + listening.getLocalPort());
            var redactor = new Redactor();
            var credential = new Credential.Basic("nobody", "nothing");
            new ServiceClient(address, redactor, Clock.systemUTC(), TIMEOUT, 1)
                    .send(Call.to("/", credential).with("warm", "up"), Exchange.Role.SET_UP, exchange -> {});
            answered.join();
        } catch (IOException | RuntimeException nothingGained) {
            // Ignored: the first real call is then slower and reports any real problem.
        }
    }

    private static void answer(ServerSocket listening) {
        try (Socket caller = listening.accept()) {
            caller.getInputStream().read(new byte[1024]);
            caller.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
            caller.getOutputStream().flush();
        } catch (IOException gone) {
            // Ignored: the caller has hung up, and the warm-up is optional.
        }
    }
}
