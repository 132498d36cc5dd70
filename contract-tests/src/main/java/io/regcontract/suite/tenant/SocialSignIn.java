package io.regcontract.suite.tenant;

/**
 * A person who signed in at a social provider.
 *
 * @param identifier who that is there
 * @param email the address that the provider tells
 * @param token stands for the sign-in
 */
public record SocialSignIn(String identifier, String email, String token) {

    /** The domain of the provider, as profiles have it. */
    static final String DOMAIN = "social.example.com";

    /** The identifier of an identity, as profiles have it. */
    public static String identifier(String identity) {
        return "https://" + DOMAIN + "/" + identity;
    }
}
