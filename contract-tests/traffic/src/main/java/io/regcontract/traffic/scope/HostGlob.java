package io.regcontract.traffic.scope;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A host as people name it: {@code *.janraincapture.com}, or with its port {@code localhost:8080}. */
public final class HostGlob {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9*.\\[\\]:_-]{1,255}");
    private static final Pattern PORT = Pattern.compile(".*:[0-9*]+");

    private final String text;
    private final Pattern pattern;
    private final boolean withPort;

    private HostGlob(String text) {
        this.text = text;
        this.pattern = Pattern.compile(
                Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.CASE_INSENSITIVE);
        this.withPort = PORT.matcher(text).matches() && !text.endsWith("::1");
    }

    /**
     * From what a person typed; {@code *} stands for any characters.
     *
     * @throws IllegalArgumentException when it can be no host, in words for a person
     */
    public static HostGlob parse(String text) {
        if (text.contains("/")) {
            throw new IllegalArgumentException(
                    "names a host, such as *.janraincapture.com, and no address with slashes.");
        }
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("is no host: write one such as *.janraincapture.com or localhost:8080.");
        }
        return new HostGlob(text);
    }

    boolean matches(Address address) {
        return pattern.matcher(withPort ? address.authority() : address.host()).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
