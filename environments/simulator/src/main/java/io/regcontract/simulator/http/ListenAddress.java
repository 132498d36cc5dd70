package io.regcontract.simulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where a server listens, and how it is spoken to there.
 *
 * @param address an address of this machine, or the wildcard for all of them
 * @param port 0 for any free one
 * @param identity key and certificate of the server; empty for plain HTTP
 */
public record ListenAddress(InetAddress address, int port, Optional<SSLContext> identity) {

    private static final int BACKLOG = 1_024;

    /** Plain HTTP at an address. */
    public static ListenAddress plain(InetAddress address, int port) {
        return new ListenAddress(address, port, Optional.empty());
    }

    /**
     * Begins to listen.
     *
     * @throws IllegalArgumentException when the address is none of this machine
     * @throws UncheckedIOException when the port cannot be used
     */
    ServerSocket open() {
        try {
            var listener = new ServerSocket();
            try {
                listener.bind(new InetSocketAddress(address, port), BACKLOG);
                return listener;
            } catch (IOException unusable) {
                listener.close();
                throw unusable;
            }
        } catch (IOException unusable) {
            if (unusable instanceof BindException && !MachineAddresses.has(address)) {
                throw new IllegalArgumentException(
                        MachineAddresses.text(address)
                                + " is not an address of this machine; use one that it has, such as "
                                + MachineAddresses.some() + ", or 0.0.0.0 for all",
                        unusable);
            }
            throw new UncheckedIOException(
                    "cannot listen on " + MachineAddresses.text(address) + " port " + port + ": "
                            + unusable.getMessage(),
                    unusable);
        }
    }
}
