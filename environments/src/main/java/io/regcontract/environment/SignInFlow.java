package io.regcontract.environment;

import java.util.Optional;

/**
 * The flow that people sign in through.
 *
 * @param flow its name
 * @param flowVersion its version; the client's default when empty
 * @param locale of its texts
 */
public record SignInFlow(String flow, Optional<String> flowVersion, String locale) {

    /** The names that the vendor gives. */
    public static final SignInFlow DEFAULT = new SignInFlow("standard", Optional.empty(), "en-US");
}
