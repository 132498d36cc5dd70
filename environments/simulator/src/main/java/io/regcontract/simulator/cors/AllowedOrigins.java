package io.regcontract.simulator.cors;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The origins whose pages may call the API, as browsers write them; or all. */
public final class AllowedOrigins {

    /** What stands for every origin. */
    static final String ALL = "*";

    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);

    private final Set<String> origins;

    private AllowedOrigins(Set<String> origins) {
        this.origins = origins;
    }

    /**
     * Reads origins.
     *
     * @param written such as {@code https://shop.example} or {@code http://localhost:3000}, or {@code *} alone
     * @throws IllegalArgumentException when one is none; the message is a sentence without its full stop
     */
    public static AllowedOrigins of(Collection<String> written) {
        var origins = new LinkedHashSet<String>();
        written.forEach(each -> origins.add(each.equals(ALL) ? ALL : read(each)));
        if (origins.contains(ALL) && origins.size() > 1) {
            throw new IllegalArgumentException("* allows every origin, and no other can stand beside it");
        }
        return new AllowedOrigins(origins);
    }

    /** Whether no page may call. */
    public boolean isEmpty() {
        return origins.isEmpty();
    }

    /** Whether every page may call. */
    public boolean areAll() {
        return origins.contains(ALL);
    }

    /** Whether the pages of an origin may call; browsers write origins in one way only. */
    boolean has(String origin) {
        return areAll() || origins.contains(origin);
    }

    @Override
    public String toString() {
        return String.join(", ", origins);
    }

    private static String read(String written) {
        try {
            var origin = new URI(written);
            var scheme = String.valueOf(origin.getScheme()).toLowerCase(Locale.ROOT);
            if (DEFAULT_PORTS.containsKey(scheme)
                    && origin.getHost() != null
                    && origin.getRawUserInfo() == null
                    && origin.getRawPath().isEmpty()
                    && origin.getRawQuery() == null
                    && origin.getRawFragment() == null
                    && origin.getPort() <= 65_535) {
                int port = origin.getPort();
                return scheme + "://" + origin.getHost().toLowerCase(Locale.ROOT)
                        + (port < 0 || DEFAULT_PORTS.get(scheme) == port ? "" : ":" + port);
            }
        } catch (URISyntaxException malformed) {
            // Said below, in the same words.
        }
        throw new IllegalArgumentException("not an origin: \"" + written
                + "\"; write scheme, host and port, such as https://shop.example or http://localhost:3000, without a"
                + " path or a slash at the end, or * for all");
    }
}
