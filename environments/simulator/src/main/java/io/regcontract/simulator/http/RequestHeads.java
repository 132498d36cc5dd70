package io.regcontract.simulator.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of a request, which is bounded as a whole, and refuses what two readers could take for two
 * different requests (RFC 9112, 2.2, 3.2, 5.1, 5.2 and 6): folded lines, a NUL or a bare CR, a length that is more
 * than digits, no host or several of them.
 */
final class RequestHeads implements HttpMessageParser<ClassicHttpRequest> {

    /** A query may hold all that a body may, and some clients put everything there. */
    static final int LARGEST = 384 * 1024;

    private static final int MOST_HEADERS = 200;
    private static final int MOST_EMPTY_LINES = 10;
    private static final int LINE_END = 2;
    private static final Set<String> MEANT_ONCE = Set.of("host", "content-length");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private final LargeRequests.Share share;

    /** @param share counts what is read */
    RequestHeads(LargeRequests.Share share) {
        this.share = share;
    }

    /** The head; null when the connection ended before another one began. */
    @Override
    public @Nullable ClassicHttpRequest parse(SessionInputBuffer buffer, InputStream socket)
            throws IOException, HttpException {
        var in = share.counted(socket);
        var line = new CharArrayBuffer(128);
        int emptyLines = 0;
        do {
            line.clear();
            if (buffer.readLine(line, in) < 0) {
                return null;
            }
            if (line.isEmpty() && ++emptyLines > MOST_EMPTY_LINES) {
                throw new ProtocolException("Empty lines instead of a request.");
            }
        } while (line.isEmpty());
        refuseControlCharacters(line);
        var first = BasicLineParser.INSTANCE.parseRequestLine(line);
        var request = new BasicClassicHttpRequest(first.getMethod(), first.getUri());
        request.setVersion(first.getProtocolVersion());
        readHeaders(request, LARGEST - line.length(), buffer, in);
        if (request.countHeaders("Host") == 0 && first.getProtocolVersion().equals(HttpVersion.HTTP_1_1)) {
            throw new ProtocolException("The header Host is missing.");
        }
        return request;
    }

    private static void readHeaders(ClassicHttpRequest request, int largest, SessionInputBuffer buffer, InputStream in)
            throws IOException, HttpException {
        int room = largest;
        int count = 0;
        var line = new CharArrayBuffer(128);
        while (true) {
            line.clear();
            if (buffer.readLine(line, in) < 0) {
                throw new ConnectionClosedException("The connection ended within the head of a request.");
            }
            if (line.isEmpty()) {
                return;
            }
            room -= line.length() + LINE_END;
            if (room < 0) {
                throw new MessageConstraintException("The head of the request is larger than " + LARGEST + " bytes.");
            }
            if (++count > MOST_HEADERS) {
                throw new MessageConstraintException("The request has more than " + MOST_HEADERS + " headers.");
            }
            if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                throw new ProtocolException("A header goes on in the next line.");
            }
            refuseControlCharacters(line);
            var header = BasicLineParser.INSTANCE.parseHeader(line);
            var name = header.getName().toLowerCase(Locale.ROOT);
            if (MEANT_ONCE.contains(name) && request.containsHeader(header.getName())) {
                throw new ProtocolException("The header " + header.getName() + " comes twice.");
            }
            if (name.equals("content-length")
                    && !LENGTH.matcher(header.getValue()).matches()) {
                throw new ProtocolException("The header Content-Length is no number of bytes.");
            }
            request.addHeader(header);
        }
    }

    /** Where one reader stops, another one goes on. */
    private static void refuseControlCharacters(CharArrayBuffer line) throws ProtocolException {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\0' || line.charAt(i) == '\r') {
                throw new ProtocolException("A control character stands in the head of the request.");
            }
        }
    }
}
