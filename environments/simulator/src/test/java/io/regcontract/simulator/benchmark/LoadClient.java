package io.regcontract.simulator.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Asks a server the same thing over and over, on several connections that are kept alive, each with one request
 * under way. One thread, bytes made beforehand, nothing allocated per request, of an answer only its status and its
 * length looked at: client and server share the processors, and what the client takes, the server does not get.
 */
final class LoadClient implements Closeable {

    private static final byte[] STATUS = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_CHUNKS = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    /** In small letters; it is found in whatever case it comes. */
    private static final byte[] CONTENT_LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private static final int LARGEST_ANSWER = 64 * 1024;

    private final Selector selector;
    private final ByteBuffer request;
    private long answers;

    private LoadClient(Selector selector, byte[] request) {
        this.selector = selector;
        this.request = ByteBuffer.allocateDirect(request.length).put(request);
    }

    /**
     * How many answers a second come.
     *
     * @throws IOException when an answer is not HTTP 200, or the server hangs up
     */
    static double answersPerSecond(int port, byte[] request, int connections, long nanos) throws IOException {
        try (var client = new LoadClient(Selector.open(), request)) {
            for (int i = 0; i < connections; i++) {
                client.connect(port);
            }
            return client.run(nanos);
        }
    }

    private void connect(int port) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Answer());
        send(channel);
    }

    private double run(long nanos) throws IOException {
        long begin = System.nanoTime();
        long now = begin;
        while (now - begin < nanos) {
            selector.select(this::read, 1_000);
            now = System.nanoTime();
        }
        return answers / ((now - begin) / 1e9);
    }

    private void read(SelectionKey key) {
        var channel = (SocketChannel) key.channel();
        try {
            if (((Answer) key.attachment()).isWholeAfterReading(channel)) {
                answers++;
                send(channel);
            }
        } catch (IOException broken) {
            throw new IllegalStateException("the load cannot go on", broken);
        }
    }

    /** The request is far smaller than the buffer of a socket that holds nothing else. */
    private void send(SocketChannel channel) throws IOException {
        request.flip();
        channel.write(request);
        if (request.hasRemaining()) {
            throw new IOException("the request does not fit into the buffer of the socket");
        }
    }

    @Override
    public void close() throws IOException {
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    /** What has come of the answer on one connection. */
    private static final class Answer {

        private final ByteBuffer bytes = ByteBuffer.allocate(LARGEST_ANSWER);

        boolean isWholeAfterReading(SocketChannel channel) throws IOException {
            if (channel.read(bytes) < 0) {
                throw new IOException("the server hung up");
            }
            int head = endOfHead();
            if (head < 0) {
                return false;
            }
            if (!holds(STATUS, 0)) {
                throw new IOException("not the answer that was asked for: "
                        + new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
            }
            int length = contentLength(head);
            boolean whole = length < 0
                    ? holds(END_OF_CHUNKS, bytes.position() - END_OF_CHUNKS.length)
                    : bytes.position() >= head + length;
            if (whole) {
                bytes.clear();
            }
            return whole;
        }

        /** Where the body begins, or -1. */
        private int endOfHead() {
            for (int at = 0; at + END_OF_HEAD.length <= bytes.position(); at++) {
                if (bytes.get(at) == '\r' && holds(END_OF_HEAD, at)) {
                    return at + END_OF_HEAD.length;
                }
            }
            return -1;
        }

        /** The announced length of the body, or -1 when it comes in chunks. */
        private int contentLength(int head) {
            for (int at = 0; at < head; at++) {
                if (bytes.get(at) == '\n' && isContentLength(at + 1)) {
                    return number(at + 1 + CONTENT_LENGTH.length);
                }
            }
            return -1;
        }

        private boolean isContentLength(int at) {
            for (int i = 0; i < CONTENT_LENGTH.length; i++) {
                if ((bytes.get(at + i) | 0x20) != (CONTENT_LENGTH[i] | 0x20)) {
                    return false;
                }
            }
            return true;
        }

        private int number(int from) {
            int value = 0;
            for (int at = from; bytes.get(at) != '\r'; at++) {
                int digit = bytes.get(at) - '0';
                value = digit >= 0 && digit <= 9 ? value * 10 + digit : value;
            }
            return value;
        }

        private boolean holds(byte[] text, int at) {
            for (int i = 0; i < text.length; i++) {
                if (at < 0 || at + i >= bytes.position() || bytes.get(at + i) != text[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
