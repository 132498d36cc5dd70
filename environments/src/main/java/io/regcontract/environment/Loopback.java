package io.regcontract.environment;

import java.util.Locale;
import java.util.regex.Pattern;

/** This machine, by its names and numbers. Names are not looked up: what one resolves to can change before the call. */
public final class Loopback {

    private static final Pattern NAMES =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    private Loopback() {}

    /** Whether the host of an address is this machine. */
    public static boolean isName(String host) {
        return NAMES.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
