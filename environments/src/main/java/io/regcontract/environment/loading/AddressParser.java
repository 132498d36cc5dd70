package io.regcontract.environment.loading;

import io.regcontract.contract.yaml.Problem;
import io.regcontract.contract.yaml.YamlDocument;
import io.regcontract.environment.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the text of an address into one that may be called: on this machine, or elsewhere by https. A simulator and its
 * control plane are on this machine: what is called a simulator is neither guarded nor tidied up. Names are not looked
 * up, since what a name resolves to can change between the look and the call.
 */
final class AddressParser {

    private static final String EXAMPLE = "such as http://127.0.0.1:8080";

    private final YamlDocument document;
    private final List<Problem> problems;

    AddressParser(YamlDocument document, List<Problem> problems) {
        this.document = document;
        this.problems = problems;
    }

    /**
     * The address without a slash at its end; empty, and a problem more, when it may not be called.
     *
     * @param here whether it must be on this machine
     */
    Optional<URI> callable(String pointer, String text, boolean here) {
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException malformed) {
            // Its message repeats the text, and that could hold a password.
            return refuse(pointer, "this is not an address", "Write an http or https address, " + EXAMPLE + ".");
        }
        var authority = Optional.ofNullable(address.getRawAuthority()).orElse("");
        if (authority.contains("@")) {
            return refuse(
                    pointer,
                    "the address carries user information, a place for secrets that ends up in logs",
                    "Take out all from // to @; who calls is said under credentials.");
        }
        var scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme) || address.getHost() == null) {
            return refuse(pointer, "this is not an http or https address", "Write one, " + EXAMPLE + ".");
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            return refuse(pointer, "an address of a service has neither ? nor #", "Leave off what follows.");
        }
        if (address.getPort() == 0 || address.getPort() > 65_535) {
            return refuse(pointer, address.getPort() + " is not a port", "Write a port from 1 to 65535.");
        }
        var loopback = isLoopback(address.getHost());
        if (here && !loopback) {
            return refuse(
                    pointer,
                    address.getHost() + " is not this machine, and a simulator is on this machine",
                    "Use localhost, 127.0.0.1 or [::1]; for a service elsewhere choose another kind, which is guarded.");
        }
        if (!loopback && !scheme.equals("https")) {
            return refuse(
                    pointer,
                    "http would carry secrets in the clear to another machine",
                    "Write https; http is for this machine alone.");
        }
        return Optional.of(URI.create(text.replaceFirst("/+$", "")));
    }

    /** Whether a host is this machine by its name or number. */
    static boolean isLoopback(String host) {
        return Loopback.isName(host);
    }

    private Optional<URI> refuse(String pointer, String what, String remedy) {
        problems.add(document.problem(pointer, what, remedy));
        return Optional.empty();
    }
}
