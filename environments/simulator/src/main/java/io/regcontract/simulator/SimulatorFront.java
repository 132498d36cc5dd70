package io.regcontract.simulator;

import io.regcontract.simulator.http.ConnectionTimeouts;
import io.regcontract.simulator.http.ListenAddress;
import io.regcontract.simulator.http.MachineAddresses;
import io.regcontract.simulator.http.SimulatorHttpServer;
import io.regcontract.simulator.tls.CertificateNames;
import io.regcontract.simulator.tls.ServerIdentity;
import io.regcontract.simulator.wire.Endpoint;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** Where a simulator is reached: the server that listens, and the certificate that it shows. */
final class SimulatorFront implements AutoCloseable {

    private final SimulatorHttpServer server;
    private final String scheme;
    private final Optional<ServerIdentity> selfMade;

    private SimulatorFront(SimulatorHttpServer server, String scheme, Optional<ServerIdentity> selfMade) {
        this.server = server;
        this.scheme = scheme;
        this.selfMade = selfMade;
    }

    /** Where to listen and how to be spoken to. */
    static final class Settings {
        InetAddress address = InetAddress.getLoopbackAddress();
        int port;
        Optional<SSLContext> tls = Optional.empty();
        /** Further names for a certificate that is made at the start; empty when none is made. */
        Optional<List<String>> selfSigned = Optional.empty();

        ConnectionTimeouts timeouts = ConnectionTimeouts.USUAL;
    }

    static SimulatorFront start(Settings settings, Endpoint endpoint) {
        // Dates in answers and certificates go by the machine's clock, not by the application's.
        var clock = Clock.systemUTC();
        var selfMade =
                settings.selfSigned.map(more -> ServerIdentity.make(names(settings.address, more), clock.instant()));
        var identity = selfMade.map(ServerIdentity::context).or(() -> settings.tls);
        var server = SimulatorHttpServer.start(
                new ListenAddress(settings.address, settings.port, identity), endpoint, clock, settings.timeouts);
        return new SimulatorFront(server, identity.isPresent() ? "https" : "http", selfMade);
    }

    /** The address to call it by from this machine. */
    URI baseAddress() {
        var address = server.address();
        if (!address.isAnyLocalAddress()) {
            return at(address);
        }
        return MachineAddresses.behind(address).stream()
                .filter(InetAddress::isLoopbackAddress)
                .findFirst()
                .map(this::at)
                .orElseGet(() -> at(InetAddress.getLoopbackAddress()));
    }

    /** Every address to call it by, as far as this machine knows them. */
    List<URI> addresses() {
        return MachineAddresses.behind(server.address()).stream().map(this::at).toList();
    }

    Optional<ServerIdentity> selfMade() {
        return selfMade;
    }

    @Override
    public void close() {
        server.close();
    }

    private URI at(InetAddress address) {
        return URI.create(scheme + "://" + MachineAddresses.inUrl(address) + ":" + server.port());
    }

    private static CertificateNames names(InetAddress bound, List<String> more) {
        var names = new CertificateNames().add(MachineAddresses.behind(bound));
        Stream.concat(hostName().stream(), nameOf(bound).stream())
                .filter(CertificateNames::isHost)
                .forEach(names::add);
        more.forEach(names::add);
        return names;
    }

    /** The name that an address was looked up by, when it was; no name is looked up for it. */
    private static Optional<String> nameOf(InetAddress bound) {
        var text = bound.toString();
        return Optional.of(text.substring(0, text.indexOf('/'))).filter(name -> !name.isEmpty());
    }

    private static Optional<String> hostName() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException nameless) {
            return Optional.empty();
        }
    }
}
