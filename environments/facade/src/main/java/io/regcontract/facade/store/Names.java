package io.regcontract.facade.store;

import java.security.SecureRandom;

/** Makes ids, secrets and tokens: texts of characters that no one mistakes for another. */
public final class Names {

    /** The characters of a request token, of an access token and of a code. */
    public static final int TOKEN = 16;

    private static final String ALPHABET = "23456789bcdefghjkmnpqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Names() {}

    /** A new text of so many characters. */
    public static String random(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
