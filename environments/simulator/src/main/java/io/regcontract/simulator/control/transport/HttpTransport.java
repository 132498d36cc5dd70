package io.regcontract.simulator.control.transport;

import io.regcontract.simulator.control.ControlException;
import io.regcontract.simulator.json.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;

/** Calls the control plane of a simulator over HTTP, with its token. */
public final class HttpTransport implements ControlTransport {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI address;
    private final String token;

    /**
     * The transport to a simulator.
     *
     * @param address of the simulator, without a path
     * @param token its control token
     */
    public HttpTransport(URI address, String token) {
        this(HttpClient.newBuilder(), address, token);
    }

    /**
     * The transport to a simulator that speaks TLS.
     *
     * @param address of the simulator, without a path
     * @param token its control token
     * @param trusting trusts its certificate
     */
    public HttpTransport(URI address, String token, SSLContext trusting) {
        this(HttpClient.newBuilder().sslContext(trusting), address, token);
    }

    private HttpTransport(HttpClient.Builder client, URI address, String token) {
        this.http = client.connectTimeout(PATIENCE).build();
        this.address = address;
        this.token = token;
    }

    @Override
    public JsonNode call(String method, String path, Optional<JsonNode> body) {
        var request = HttpRequest.newBuilder(address.resolve(PREFIX + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.map(json -> BodyPublishers.ofByteArray(Json.bytes(json)))
                                .orElseGet(BodyPublishers::noBody))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            return ControlAnswer.of(method, path, answer.statusCode(), answer.body());
        } catch (IOException unreachable) {
            throw new ControlException(
                    "The control plane at " + address + " does not answer: " + reason(unreachable), unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ControlException("Interrupted while the control plane was called.", interrupted);
        }
    }

    private static String reason(IOException unreachable) {
        if (unreachable instanceof HttpConnectTimeoutException) {
            return "no connection within " + PATIENCE.toSeconds() + " seconds.";
        }
        if (unreachable instanceof HttpTimeoutException) {
            return "nothing came within " + PATIENCE.toSeconds() + " seconds.";
        }
        if (unreachable instanceof ConnectException) {
            return "nothing listens there, or the way is closed; is the simulator running?";
        }
        return unreachable.getMessage() == null ? "the connection broke off." : unreachable.getMessage();
    }
}
