package io.regcontract.simulator.credential;

import io.regcontract.simulator.argument.Parameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a call: HMAC-SHA1 with the client's secret over the path, the date and the sorted parameters as they
 * are (not URL-encoded), one per line, in base64.
 */
public final class Signature {

    /** Client id and secret are not signed. An access token is, so that it cannot be exchanged for another one. */
    private static final Set<String> UNSIGNED = Set.of("client_id", "client_secret");

    private Signature() {}

    /** The signature that a client with the secret makes. */
    public static String of(String path, String date, Parameters parameters, String secret) {
        var lines = parameters.names().stream()
                .filter(name -> !UNSIGNED.contains(name))
                .flatMap(name -> parameters.all(name).stream().map(value -> name + "=" + value))
                .sorted()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return of(path + "\n" + date + "\n" + lines, secret);
    }

    /** Whether two signatures are the same; takes as long for every wrong one. */
    public static boolean isSame(String right, String offered) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }

    /** The signature of a text. */
    public static String of(String signed, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform has HMAC-SHA1", absent);
        }
    }
}
