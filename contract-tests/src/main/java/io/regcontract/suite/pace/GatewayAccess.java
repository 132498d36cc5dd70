package io.regcontract.suite.pace;

import io.regcontract.check.answer.Answer;
import io.regcontract.environment.Profile;
import io.regcontract.environment.Secret;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.transport.ClientCertificates;
import io.regcontract.suite.transport.PlainHttpClient;
import io.regcontract.suite.transport.TrustedCertificates;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** What a gateway in front of an environment asks for: headers and a certificate, for its own host and for no other. */
public final class GatewayAccess {

    private GatewayAccess() {}

    /** The headers that every call to the service carries. Their values are made known to the redactor. */
    public static List<Answer.Header> headers(Profile profile, Redactor redactor) {
        return profile.gateway().headers().entrySet().stream()
                .map(header -> {
                    var value = header.getValue().reveal();
                    var name = "GATEWAY_"
                            + header.getKey().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
                    redactor.register(name, value);
                    if (value.startsWith("Bearer ")) {
                        redactor.register(name + "_TOKEN", value.substring("Bearer ".length()));
                    }
                    return new Answer.Header(header.getKey(), value);
                })
                .toList();
    }

    /**
     * Whose certificates are trusted, and which one is shown.
     *
     * @throws IllegalArgumentException when a file cannot be used, naming it
     */
    public static Supplier<SSLContext> trust(Profile profile) {
        var context = profile.gateway()
                .clientCertificate()
                .map(shown -> ClientCertificates.showing(
                        profile.certificates(), shown.file(), shown.password().map(Secret::reveal)))
                .or(() -> profile.certificates().map(TrustedCertificates::in));
        return context.<Supplier<SSLContext>>map(found -> () -> found).orElse(TrustedCertificates::byDefault);
    }

    /**
     * A client for what is no call of the API, such as a control plane. It has what the gateway asks for where the address is
     * behind the same one.
     *
     * @param address of what is called
     */
    public static PlainHttpClient plainClient(
            Profile profile, URI address, Redactor redactor, Clock clock, Duration timeout) {
        boolean behindIt = profile.baseAddress()
                .filter(base -> origin(base).equals(origin(address)))
                .isPresent();
        var trusted = "https".equalsIgnoreCase(address.getScheme())
                ? behindIt
                        ? Optional.of(trust(profile).get())
                        : profile.certificates().map(TrustedCertificates::in)
                : Optional.<SSLContext>empty();
        return new PlainHttpClient(
                redactor, clock, timeout, trusted, behindIt ? headers(profile, redactor) : List.of());
    }

    private static String origin(URI address) {
        int port = address.getPort() == -1 ? (address.getScheme().equals("https") ? 443 : 80) : address.getPort();
        return (address.getScheme() + "://" + address.getHost() + ":" + port).toLowerCase(Locale.ROOT);
    }
}
