package io.regcontract.suite.transport;

import org.apache.http.HttpResponse;
import org.apache.http.HttpResponseFactory;
import org.apache.http.conn.ClientConnectionOperator;
import org.apache.http.conn.OperatedClientConnection;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.impl.conn.DefaultClientConnection;
import org.apache.http.impl.conn.DefaultClientConnectionOperator;
import org.apache.http.impl.conn.DefaultHttpResponseParser;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.io.HttpMessageParser;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.params.HttpParams;
import org.apache.http.util.CharArrayBuffer;

/**
 * Connections on which an answer begins with its status line. By default, HttpClient skips lines before it; they are left
 * over from an earlier answer, so the connection cannot be used.
 */
@SuppressWarnings("deprecation") // As old as the client that REST-assured needs.
final class StrictConnectionManager extends PoolingClientConnectionManager {

    @Override
    protected ClientConnectionOperator createConnectionOperator(SchemeRegistry registry) {
        return new DefaultClientConnectionOperator(registry) {
            @Override
            public OperatedClientConnection createConnection() {
                return new StrictConnection();
            }
        };
    }

    private static final class StrictConnection extends DefaultClientConnection {
        @Override
        protected HttpMessageParser<HttpResponse> createResponseParser(
                SessionInputBuffer buffer, HttpResponseFactory responses, HttpParams params) {
            return new DefaultHttpResponseParser(buffer, null, responses, params) {
                @Override
                protected boolean reject(CharArrayBuffer line, int count) {
                    return true;
                }
            };
        }
    }
}
