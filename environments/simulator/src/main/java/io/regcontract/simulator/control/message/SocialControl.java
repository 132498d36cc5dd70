package io.regcontract.simulator.control.message;

import java.util.Map;

/** Sign-ins at other providers. */
public interface SocialControl {

    /**
     * Somebody signs in at another provider.
     *
     * @param provider such as {@code facebook.com}
     * @param identifier names the person there
     * @param profile what the provider says about the person, under the names of attributes
     * @return the token that {@code /oauth/auth_native} takes
     */
    String signIn(String provider, String identifier, Map<String, ?> profile);
}
