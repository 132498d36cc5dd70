package io.regcontract.traffic.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One end of a connection, byte by byte; a char stands for a byte. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE = 20_000;

    private final Socket socket;
    private final InputStream in;

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    static Wire to(int port) throws IOException {
        return new Wire(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    Wire send(String bytes) throws IOException {
        return send(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Reads until the bytes end in this. */
    String until(String end) throws IOException {
        var read = new ByteArrayOutputStream();
        var last = end.getBytes(StandardCharsets.ISO_8859_1);
        while (!endsIn(read, last)) {
            var one = in.read();
            if (one < 0) {
                throw new IOException("ended after: " + read.toString(StandardCharsets.ISO_8859_1));
            }
            read.write(one);
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    private static boolean endsIn(ByteArrayOutputStream read, byte[] last) {
        if (read.size() < last.length) {
            return false;
        }
        var text = read.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith(new String(last, StandardCharsets.ISO_8859_1));
    }

    /** Reads a head, with its empty line. */
    String head() throws IOException {
        return until("\r\n\r\n");
    }

    String exactly(int bytes) throws IOException {
        var read = in.readNBytes(bytes);
        return new String(read, StandardCharsets.ISO_8859_1);
    }

    /** Reads until the other end ends. */
    String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    int read() throws IOException {
        return in.read();
    }

    /** Says that nothing more comes, and still reads. */
    void end() throws IOException {
        socket.shutdownOutput();
    }

    /** Ends with a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Ends both halves. */
    void hangUp() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
