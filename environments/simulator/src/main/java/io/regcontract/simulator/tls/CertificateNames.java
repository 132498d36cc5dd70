package io.regcontract.simulator.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a server is called by, as its certificate says it: host names and addresses. */
public final class CertificateNames {

    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern HOST = Pattern.compile("(?:\\*\\.)?(?:" + LABEL + "\\.)*" + LABEL);
    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    private static final Pattern VERSION_4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    /** Looks like an address without being one, and is no host either. */
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");

    private static final int LONGEST_HOST = 253;

    private final Set<String> hosts = new LinkedHashSet<>();
    private final Set<InetAddress> addresses = new LinkedHashSet<>();

    /** The names that every server on this machine has for its own callers. */
    public CertificateNames() {
        add("localhost").add("127.0.0.1").add("::1");
    }

    /** Adds addresses. */
    public CertificateNames add(Collection<InetAddress> more) {
        addresses.addAll(more);
        return this;
    }

    /**
     * Adds a host name, or an address.
     *
     * @throws IllegalArgumentException when it is neither; the message is a sentence without its full stop
     */
    public CertificateNames add(String name) {
        if (VERSION_4.matcher(name).matches() || name.contains(":")) {
            try {
                // A name with a colon is never looked up.
                addresses.add(InetAddress.getByName(name));
                return this;
            } catch (UnknownHostException noAddress) {
                throw refusal(name);
            }
        }
        if (!isHost(name)) {
            throw refusal(name);
        }
        hosts.add(name.toLowerCase(Locale.ROOT));
        return this;
    }

    /** Whether a certificate can have a text as the name of a host. */
    public static boolean isHost(String name) {
        return name.length() <= LONGEST_HOST
                && HOST.matcher(name).matches()
                && !NUMBERS.matcher(name).matches();
    }

    List<String> hosts() {
        return List.copyOf(hosts);
    }

    List<InetAddress> addresses() {
        return List.copyOf(addresses);
    }

    private static IllegalArgumentException refusal(String name) {
        return new IllegalArgumentException("not a host name or address for a certificate: \"" + name
                + "\"; write one such as simulator.test or 192.168.1.7, in ASCII");
    }
}
