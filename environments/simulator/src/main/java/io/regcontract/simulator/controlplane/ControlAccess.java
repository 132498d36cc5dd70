package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who may call the control plane: callers that know its token. On the loopback address a caller must also call it by a
 * name of this machine, and nowhere may it be a page in a browser that came from elsewhere.
 */
public final class ControlAccess {

    /** Characters of a token that callers on other machines may not guess. */
    public static final int SHORTEST_SHARED_TOKEN = 16;

    private static final String SCHEME = "bearer ";
    /** The only names of this machine: a page that reached it by another name is refused, whatever it knows. */
    private static final Pattern OWN_HOST =
            Pattern.compile("(?i)(?:localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1])(?::[0-9]{1,5})?");
    /** What a browser says of a call that no page made, or one that this server delivered. */
    private static final Set<String> OWN_PAGES = Set.of("none", "same-origin");

    private final List<String> tokens;
    private final boolean local;

    /**
     * Access by a token.
     *
     * @param token what callers send in {@code Authorization: Bearer}; empty when only the console may call
     * @param session what the console's page sends instead; empty when there is none
     * @param local whether only callers on this machine can connect
     * @throws IllegalArgumentException when others can, and the token is shorter than {@link #SHORTEST_SHARED_TOKEN}
     */
    public ControlAccess(Optional<String> token, Optional<String> session, boolean local) {
        if (!local
                && token.filter(text -> text.length() < SHORTEST_SHARED_TOKEN).isPresent()) {
            throw new IllegalArgumentException(
                    "a control token of " + token.get().length()
                            + " characters is too short where other machines can connect; use one of "
                            + SHORTEST_SHARED_TOKEN + " or more");
        }
        this.tokens = Stream.concat(token.stream(), session.stream()).toList();
        this.local = local;
    }

    /** Refuses a page to callers who reached this machine by a name that is not its own. */
    public Endpoint guardingPage(Endpoint page) {
        return request -> {
            try {
                admitHost(request);
            } catch (ControlPlaneException refusal) {
                return refusal.answer();
            }
            return page.answer(request);
        };
    }

    /** What answers the calls of those who may call, and refuses all others. */
    public Endpoint guarding(Endpoint controlPlane) {
        return request -> {
            try {
                admit(request);
            } catch (ControlPlaneException refusal) {
                return refusal.answer();
            }
            return controlPlane.answer(request);
        };
    }

    /** Refuses a call, before anything of it is looked at, when its caller may not make it. */
    private void admit(WireRequest request) {
        admitHost(request);
        if (isFromAPageElsewhere(request)) {
            throw new ControlPlaneException(403, "The control plane answers no page of another origin.");
        }
        var sent = request.header("Authorization").orElse("").strip();
        var offered = sent.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? sent.substring(SCHEME.length()).strip()
                : "";
        boolean known = false;
        for (var token : tokens) {
            // The time this takes does not depend on how much of the token is right.
            known |= MessageDigest.isEqual(
                    token.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
        }
        if (!known) {
            throw new ControlPlaneException(401, "Send the header Authorization: Bearer with the control token.");
        }
    }

    private void admitHost(WireRequest request) {
        if (local && !OWN_HOST.matcher(host(request)).matches()) {
            throw new ControlPlaneException(403, "The control plane is called by localhost, 127.0.0.1 or [::1] only.");
        }
    }

    /** Browsers send Origin with every call of a page that could change something, and Sec-Fetch-Site with all. */
    private static boolean isFromAPageElsewhere(WireRequest request) {
        var site = request.header("Sec-Fetch-Site").map(value -> value.strip().toLowerCase(Locale.ROOT));
        if (site.filter(value -> !OWN_PAGES.contains(value)).isPresent()) {
            return true;
        }
        var host = host(request).toLowerCase(Locale.ROOT);
        return request.header("Origin")
                .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
                .filter(origin -> !Set.of("http://" + host, "https://" + host).contains(origin))
                .isPresent();
    }

    private static String host(WireRequest request) {
        return request.header("Host").orElse("").strip();
    }
}
