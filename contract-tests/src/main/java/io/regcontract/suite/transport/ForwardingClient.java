package io.regcontract.suite.transport;

import io.regcontract.check.answer.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/**
 * Sends requests on as they came, their Host included, and reads each answer to its end. Follows no redirect, unpacks
 * nothing, repeats nothing. Thread-safe.
 */
public final class ForwardingClient implements AutoCloseable {

    /** Headers of one connection, which are not passed on to the next. */
    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "keep-alive", "expect", "content-length", "transfer-encoding", "upgrade");

    private static final int CONNECTIONS = 64;
    private static final int TIMEOUT_MILLIS = 30_000;

    private final String upstream;
    private final CloseableHttpClient client = HttpClients.custom()
            .setDefaultRequestConfig(RequestConfig.custom()
                    .setConnectTimeout(TIMEOUT_MILLIS)
                    .setSocketTimeout(TIMEOUT_MILLIS)
                    .build())
            .setMaxConnTotal(CONNECTIONS)
            .setMaxConnPerRoute(CONNECTIONS)
            .disableRedirectHandling()
            .disableContentCompression()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();

    /**
     * A client of one service.
     *
     * @param upstream where requests go
     */
    public ForwardingClient(URI upstream) {
        this.upstream = upstream.toString().replaceFirst("/$", "");
    }

    /** Turns an answer into a result. */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Reads an answer.
         *
         * @param headers as they were received
         */
        T read(int status, List<Answer.Header> headers, byte[] body);
    }

    /**
     * Sends a request on.
     *
     * @param target path and query, as in the request line
     * @throws IOException when no answer came
     */
    public <T> T send(String method, String target, List<Answer.Header> headers, byte[] body, Reader<T> reader)
            throws IOException {
        var request = RequestBuilder.create(method).setUri(upstream + target);
        headers.stream()
                .filter(header -> !HOP_BY_HOP.contains(header.name().toLowerCase(Locale.ROOT)))
                .forEach(header -> request.addHeader(header.name(), header.value()));
        if (body.length > 0) {
            request.setEntity(new ByteArrayEntity(body));
        }
        try (var response = client.execute(request.build())) {
            var received = new ArrayList<Answer.Header>();
            for (var header : response.getAllHeaders()) {
                received.add(new Answer.Header(header.getName(), header.getValue()));
            }
            var entity = response.getEntity();
            return reader.read(
                    response.getStatusLine().getStatusCode(),
                    received,
                    entity == null ? new byte[0] : EntityUtils.toByteArray(entity));
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException ignored) {
            // Ignored: the connections are closed all the same.
        }
    }
}
