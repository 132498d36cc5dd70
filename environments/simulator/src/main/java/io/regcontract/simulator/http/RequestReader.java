package io.regcontract.simulator.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/** Reads requests from a connection. */
final class RequestReader {

    /** Bytes. Each of up to 2,000 open connections holds three such buffers. */
    private static final int BUFFER = 8 * 1024;

    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(RequestHeads.LARGEST)
            .setBufferSize(BUFFER)
            .build();
    /** Bounds the headers after the last chunk of a body, which are ignored. */
    private static final Http1Config TRAILERS =
            Http1Config.custom().setMaxHeaderCount(20).build();

    private RequestReader() {}

    /** A connection that reads requests within bounds. */
    static DefaultBHttpServerConnection connection(LargeRequests.Share share) {
        return new DefaultBHttpServerConnection(
                "http", LIMITS, null, null, null, null, unused -> new RequestHeads(share), null) {
            @Override
            protected InputStream createContentInputStream(long length, SessionInputBuffer buffer, InputStream in) {
                return length == ContentLengthStrategy.CHUNKED
                        ? new ChunkedInputStream(buffer, in, TRAILERS)
                        : super.createContentInputStream(length, buffer, in);
            }
        };
    }

    /**
     * The body of a request, empty when there is none. Invites a client to send it that asks first.
     *
     * @throws TooLargeException when it is larger than {@link SimulatorHttpServer#LARGEST_BODY}
     */
    static byte[] body(DefaultBHttpServerConnection http, ClassicHttpRequest request, LargeRequests.Share share)
            throws IOException, HttpException {
        http.receiveRequestEntity(request);
        var entity = request.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        if (entity.getContentLength() > SimulatorHttpServer.LARGEST_BODY) {
            throw new TooLargeException();
        }
        var expectation = request.getFirstHeader("Expect");
        if (expectation != null && expectation.getValue().equalsIgnoreCase("100-continue")) {
            http.sendResponseHeader(new BasicClassicHttpResponse(100));
            http.flush();
        }
        var body = share.counted(entity.getContent()).readNBytes(SimulatorHttpServer.LARGEST_BODY + 1);
        if (body.length > SimulatorHttpServer.LARGEST_BODY) {
            throw new TooLargeException();
        }
        return body;
    }

    /** The headers by their names in lower case. */
    static Map<String, List<String>> headers(ClassicHttpRequest request) {
        var headers = new HashMap<String, List<String>>();
        for (var header : request.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), unused -> new ArrayList<>(1))
                    .add(header.getValue());
        }
        return headers;
    }

    /** A body that is larger than the largest that is read. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("The request body is larger than " + SimulatorHttpServer.LARGEST_BODY + " bytes.");
        }
    }
}
