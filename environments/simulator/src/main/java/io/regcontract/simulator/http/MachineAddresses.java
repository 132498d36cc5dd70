package io.regcontract.simulator.http;

import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The addresses that this machine has. */
public final class MachineAddresses {

    private static final Pattern ZEROS = Pattern.compile("(?:^|:)(?:0(?::|$|(?=%))){2,}");
    private static final Pattern INTERFACE = Pattern.compile("%.*");

    private MachineAddresses() {}

    /** Whether an address is the wildcard, a loopback address, or on one of the machine's interfaces. */
    static boolean has(InetAddress address) {
        return address.isAnyLocalAddress() || address.isLoopbackAddress() || all().contains(address);
    }

    /**
     * The addresses at which a listener can be reached: what a wildcard stands for, or the address itself. Those of
     * IPv4 come first, loopback before others; addresses that need the name of an interface are left out.
     */
    public static List<InetAddress> behind(InetAddress address) {
        return address.isAnyLocalAddress() ? usable() : List.of(address);
    }

    /** Some of the addresses of this machine, for a person who has to choose one. */
    static String some() {
        return usable().stream().limit(3).map(MachineAddresses::text).collect(Collectors.joining(", "));
    }

    private static List<InetAddress> usable() {
        return all().stream()
                .filter(each -> !each.isLinkLocalAddress())
                .sorted(Comparator.comparing((InetAddress each) -> each instanceof Inet6Address)
                        .thenComparing(each -> !each.isLoopbackAddress()))
                .toList();
    }

    /** An address as it stands in a URL. */
    public static String inUrl(InetAddress address) {
        return address instanceof Inet6Address ? "[" + text(address) + "]" : text(address);
    }

    /** An address as people write it: of IPv6 without the interface, and with :: for a row of zeros. */
    public static String text(InetAddress address) {
        return address instanceof Inet6Address ? shortened(address.getHostAddress()) : address.getHostAddress();
    }

    /** An address of IPv6 with :: for a row of zeros; another text as it is. */
    public static String shortened(String address) {
        return address.contains(":")
                ? INTERFACE.matcher(ZEROS.matcher(address).replaceFirst("::")).replaceFirst("")
                : address;
    }

    private static List<InetAddress> all() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(MachineAddresses::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .toList();
        } catch (SocketException noInterfaces) {
            throw new UncheckedIOException("the addresses of this machine cannot be read", noInterfaces);
        }
    }

    private static boolean isUp(NetworkInterface each) {
        try {
            return each.isUp();
        } catch (SocketException gone) {
            return false;
        }
    }
}
