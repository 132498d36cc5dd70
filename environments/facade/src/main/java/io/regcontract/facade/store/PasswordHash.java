package io.regcontract.facade.store;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Passwords as they are kept: salted and hashed, few rounds, because this is for tests. */
public final class PasswordHash {

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final String TYPE = "password-pbkdf2";
    private static final int ROUNDS = 500;
    private static final int BITS = 256;
    private static final int SALT = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordHash() {}

    /** What is kept of a password. */
    public static ObjectNode of(String password) {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", TYPE)
                .put("salt", Base64.getEncoder().encodeToString(salt))
                .put("value", Base64.getEncoder().encodeToString(hashed(password, salt)));
    }

    /** Whether a password is the one that was kept; never of one that was hashed elsewhere. */
    public static boolean matches(String password, JsonNode kept) {
        return TYPE.equals(kept.path("type").asString(""))
                && MessageDigest.isEqual(
                        hashed(
                                password,
                                Base64.getDecoder().decode(kept.path("salt").asString())),
                        Base64.getDecoder().decode(kept.path("value").asString()));
    }

    private static byte[] hashed(String password, byte[] salt) {
        try {
            return SecretKeyFactory.getInstance(ALGORITHM)
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, BITS))
                    .getEncoded();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, absent);
        }
    }
}
