package io.regcontract.traffic.replay;

import io.regcontract.assertion.Dialect;
import io.regcontract.check.answer.Answer;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import io.regcontract.simulator.control.ControlException;
import io.regcontract.simulator.control.schema.Attribute;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The simulator that is replayed against: started here, with an application in which nothing has happened, and never another. */
final class FreshSimulator implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RegistrationSimulator simulator;
    private final HttpClient http;

    FreshSimulator(Dialect dialect, Clock clock) {
        simulator = RegistrationSimulator.builder()
                .dialect(dialect == Dialect.OBSERVED ? SpokenDialect.OBSERVED : SpokenDialect.DOCUMENTED)
                .clock(clock)
                .start();
        // Neither a proxy of the machine nor a redirect leads anywhere else.
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(PATIENCE)
                .build();
    }

    URI address() {
        return simulator.baseAddress();
    }

    String application() {
        return simulator.application();
    }

    String owner() {
        return simulator.ownerClientId();
    }

    String ownerSecret() {
        return simulator.ownerClientSecret();
    }

    String loginClient() {
        return simulator.loginClientId();
    }

    /** The names of the attributes at the top of an entity type; none where there is no such type. */
    Set<String> attributes(String type) {
        if (!types().contains(type)) {
            return Set.of();
        }
        return simulator.control().types().type(type).attributes().stream()
                .map(Attribute::name)
                .collect(Collectors.toSet());
    }

    Set<String> types() {
        return Set.copyOf(simulator.control().types().names());
    }

    /** The forms of each flow, by the name of the flow. */
    Map<String, Set<String>> flows() {
        var flows = simulator.control().flows();
        return flows.names().stream().collect(Collectors.toMap(name -> name, name -> {
            try {
                return Set.copyOf(flows.read(name).forms());
            } catch (ControlException gone) {
                return Set.<String>of();
            }
        }));
    }

    /**
     * Sends a request to this simulator.
     *
     * @throws IOException when it gives no answer
     */
    Answer send(ReplayRequest request) throws IOException {
        var base = simulator.baseAddress();
        try {
            // The path and the query come from a recording; the address never does.
            var path = new URI("http", base.getAuthority(), request.path(), null, null).toASCIIString();
            var target = URI.create(path + (request.query().isEmpty() ? "" : "?" + request.query()));
            if (!base.getAuthority().equals(target.getAuthority())) {
                throw new IOException("its path leads elsewhere");
            }
            var sent = HttpRequest.newBuilder(target)
                    .timeout(PATIENCE)
                    .method(
                            request.method(),
                            request.body().isEmpty()
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(request.body()));
            request.headers().forEach(header -> sent.header(header.name(), header.value()));
            var answer = http.send(sent.build(), HttpResponse.BodyHandlers.ofByteArray());
            var headers = new ArrayList<Answer.Header>();
            answer.headers()
                    .map()
                    .forEach((name, values) -> values.forEach(value -> headers.add(new Answer.Header(name, value))));
            return Answer.of(answer.statusCode(), headers, answer.body());
        } catch (IllegalArgumentException | URISyntaxException unsendable) {
            throw new IOException("it cannot be sent as it was recorded", unsendable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
