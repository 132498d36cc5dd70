package io.regcontract.suite.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.entity.HttpEntityWrapper;

/** A body that ends in an exception where a server does not end it. */
final class BoundedEntity extends HttpEntityWrapper {

    private static final long LIMIT = 16L * 1024 * 1024;

    private BoundedEntity(HttpEntity entity) {
        super(entity);
    }

    static void bound(HttpResponse response) {
        if (response.getEntity() != null) {
            response.setEntity(new BoundedEntity(response.getEntity()));
        }
    }

    @Override
    public InputStream getContent() throws IOException {
        return new FilterInputStream(super.getContent()) {
            private long left = LIMIT;

            @Override
            public int read() throws IOException {
                return counted(super.read(), 1);
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                var read = super.read(buffer, offset, length);
                return counted(read, read);
            }

            private int counted(int result, int bytes) throws IOException {
                if (result >= 0) {
                    left -= bytes;
                    if (left < 0) {
                        throw new IOException("the answer is longer than " + LIMIT + " bytes");
                    }
                }
                return result;
            }
        };
    }
}
