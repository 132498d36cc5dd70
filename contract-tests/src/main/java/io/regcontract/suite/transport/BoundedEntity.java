package io.regcontract.suite.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.entity.HttpEntityWrapper;

/**
 * A body whose reading fails when it is longer than 16 MiB, or goes on behind the length that the server declared.
 */
final class BoundedEntity extends HttpEntityWrapper {

    private static final long LIMIT = 16L * 1024 * 1024;

    /** How long to look for more behind a body that seems truncated. */
    private static final int LOOK_MILLIS = 100;

    private final HttpClientConnection connection;

    private BoundedEntity(HttpEntity entity, HttpClientConnection connection) {
        super(entity);
        this.connection = connection;
    }

    static void bound(HttpResponse response, HttpClientConnection connection) {
        if (response.getEntity() == null) {
            return;
        }
        // REST-assured does not read a body of no length, and its connection would never come back to the pool.
        response.setEntity(
                response.getEntity().getContentLength() == 0
                        ? null
                        : new BoundedEntity(response.getEntity(), connection));
    }

    @Override
    public InputStream getContent() throws IOException {
        return new FilterInputStream(super.getContent()) {
            private long left = LIMIT;
            private int last = '}';

            @Override
            public int read() throws IOException {
                var read = super.read();
                last = read < 0 ? last : read;
                return counted(read, 1);
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                var read = super.read(buffer, offset, length);
                last = read <= 0 ? last : buffer[offset + read - 1];
                return counted(read, read);
            }

            private int counted(int result, int bytes) throws IOException {
                if (result < 0) {
                    lookBehind();
                    return result;
                }
                left -= bytes;
                if (left < 0) {
                    // Closing the stream would read all the rest of it first.
                    connection.shutdown();
                    throw new IOException("the answer is longer than " + LIMIT + " bytes");
                }
                return result;
            }

            /**
             * If the declared length is too short, the JSON is cut off and the rest would be read as the next answer.
             */
            private void lookBehind() throws IOException {
                if (last != '}' && last != ']' && connection.isOpen() && connection.isResponseAvailable(LOOK_MILLIS)) {
                    connection.shutdown();
                    throw new IOException("the answer goes on behind the end that its Content-Length names");
                }
            }
        };
    }
}
