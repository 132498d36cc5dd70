package io.regcontract.simulator.http;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** What lies between a connection and HTTP: nothing, or TLS 1.2 or 1.3. */
final class Encryption {

    /** The first byte of every TLS connection: a handshake record. Text does not begin with it. */
    private static final int HANDSHAKE = 0x16;

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final Optional<SSLContext> identity;

    /** @param identity key and certificate of the server; empty for plain HTTP */
    Encryption(Optional<SSLContext> identity) {
        this.identity = identity;
    }

    /**
     * The socket that HTTP goes over. With TLS the handshake is over when it returns, so only the thread of the
     * connection may wait for it.
     *
     * @throws PlainTextException when the client does not speak TLS
     */
    Socket over(Socket network) throws IOException {
        return identity.isEmpty() ? network : greeted(identity.get(), network);
    }

    private static SSLSocket greeted(SSLContext identity, Socket network) throws IOException {
        int first = network.getInputStream().read();
        if (first < 0) {
            throw new EOFException();
        }
        if (first != HANDSHAKE) {
            throw new PlainTextException();
        }
        var consumed = new ByteArrayInputStream(new byte[] {(byte) first});
        var socket = (SSLSocket) identity.getSocketFactory().createSocket(network, consumed, true);
        socket.setEnabledProtocols(PROTOCOLS);
        socket.startHandshake();
        return socket;
    }

    /** A client that does not speak TLS. */
    static final class PlainTextException extends IOException {
        private static final long serialVersionUID = 1L;

        PlainTextException() {
            super("This port speaks TLS: call it by https.");
        }
    }
}
