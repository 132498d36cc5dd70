package io.regcontract.suite.allure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * By what Allure knows a requirement again in the next run. JUnit's own identity is an index and shifts with every row that
 * is added; and without the environment in it, the results of two would be taken for two attempts at one.
 */
record AllureIdentity(String requirement, String environment) {

    /** Allure's own kind of id. */
    String historyId() {
        return HexFormat.of().formatHex(md5());
    }

    /** The same for the same, so that a result that is written again takes the place of the first. */
    String uuid() {
        return UUID.nameUUIDFromBytes(text()).toString();
    }

    private byte[] text() {
        return (requirement + "|" + environment).getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing secret hangs on it. */
    private byte[] md5() {
        try {
            return MessageDigest.getInstance("MD5").digest(text());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
