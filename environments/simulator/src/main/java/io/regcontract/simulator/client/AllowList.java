package io.regcontract.simulator.client;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A list of IPv4 blocks that calls may come from. */
public final class AllowList {

    /** The list of a client that may be used from everywhere. */
    public static final List<String> EVERYWHERE = List.of("0.0.0.0/0");

    private static final Pattern BLOCK =
            Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})/([0-9]{1,4})");

    private AllowList() {}

    /** What is wrong with a block; empty when nothing is. */
    public static Optional<String> faultOf(String block) {
        var matcher = BLOCK.matcher(block);
        if (!matcher.matches()) {
            return Optional.of("invalid cidr address: " + block);
        }
        for (int i = 1; i <= 4; i++) {
            if (Integer.parseInt(matcher.group(i)) > 255) {
                return Optional.of("invalid cidr address: " + block + "; every part of an address must be 255 or less");
            }
        }
        return Integer.parseInt(matcher.group(5)) > 32
                ? Optional.of("invalid cidr address: " + block + "; value after slash must be 32 or less")
                : Optional.empty();
    }

    /** Whether one of the blocks holds the address. */
    public static boolean holds(List<String> blocks, InetAddress address) {
        return blocks.stream().anyMatch(block -> holds(block, address));
    }

    private static boolean holds(String block, InetAddress address) {
        if (EVERYWHERE.contains(block)) {
            return true;
        }
        var matcher = BLOCK.matcher(block);
        if (!matcher.matches()) {
            return false;
        }
        int prefix = Integer.parseInt(matcher.group(5));
        if (prefix == 0) {
            return true;
        }
        int mask = -1 << (32 - prefix);
        int network = 0;
        for (int i = 1; i <= 4; i++) {
            network = network << 8 | Integer.parseInt(matcher.group(i));
        }
        return (network & mask) == (bits(address) & mask);
    }

    private static int bits(InetAddress address) {
        // The lists know IPv4 only; the loopback address of IPv6 is the same machine.
        var bytes = address instanceof Inet4Address || !address.isLoopbackAddress()
                ? address.getAddress()
                : new byte[] {127, 0, 0, 1};
        int bits = 0;
        for (int i = 0; i < 4 && bytes.length == 4; i++) {
            bits = bits << 8 | (bytes[i] & 0xFF);
        }
        return bits;
    }
}
