package io.regcontract.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The body of a request as its head announces it.
 *
 * @param length in bytes; nothing when the body comes in chunks
 */
record RequestBody(boolean chunked, int length) {

    private static final byte[] NONE = {};
    /** Of a chunk; eight digits hold far more than the largest body. */
    private static final int MOST_DIGITS = 8;

    private static final int ROOM_FOR_TRAILERS = 16 * 1024;

    /**
     * What the head announces.
     *
     * @throws HttpRefusal 413 when it is larger than {@link HttpFront#LARGEST_BODY}, 400 or 501 when it cannot be read
     */
    static RequestBody announcedBy(RequestHead head) throws HttpRefusal {
        if (head.isChunked()) {
            return new RequestBody(true, 0);
        }
        return new RequestBody(
                false, head.contentLength(HttpFront.LARGEST_BODY).orElseThrow(RequestBody::tooLarge));
    }

    /**
     * Reads it.
     *
     * @throws HttpRefusal 413 when the chunks become too large, 400 when they are broken
     */
    byte[] read(Incoming incoming) throws IOException, HttpRefusal {
        if (chunked) {
            return chunks(incoming);
        }
        return length == 0 ? NONE : incoming.exactly(length);
    }

    private static byte[] chunks(Incoming incoming) throws IOException, HttpRefusal {
        var body = new ByteArrayOutputStream();
        for (int length = chunkLength(incoming.line()); length > 0; length = chunkLength(incoming.line())) {
            if (length > HttpFront.LARGEST_BODY - body.size()) {
                throw tooLarge();
            }
            body.writeBytes(incoming.exactly(length));
            if (!incoming.line().isEmpty()) {
                throw new HttpRefusal(400, "A chunk of the body is longer than it says.");
            }
        }
        RequestHead.headers(incoming, ROOM_FOR_TRAILERS);
        return body.toByteArray();
    }

    private static int chunkLength(String line) throws HttpRefusal {
        int extension = line.indexOf(';');
        var digits = (extension < 0 ? line : line.substring(0, extension)).strip();
        if (digits.isEmpty() || !digits.chars().allMatch(sign -> sign < 128 && Character.digit(sign, 16) >= 0)) {
            throw new HttpRefusal(400, "The length of a chunk must be a hexadecimal number.");
        }
        if (digits.length() > MOST_DIGITS || Long.parseLong(digits, 16) > HttpFront.LARGEST_BODY) {
            throw tooLarge();
        }
        return Integer.parseInt(digits, 16);
    }

    private static HttpRefusal tooLarge() {
        return new HttpRefusal(413, "The request body is larger than " + HttpFront.LARGEST_BODY + " bytes.");
    }
}
