package io.regcontract.suite.signing;

import io.regcontract.check.answer.Answer;
import io.regcontract.suite.call.Credential;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The vendor's signatures: HMAC-SHA1, base64, over lines that each end in a newline. A signed call has its path, its date
 * and its parameters as they are, not URL-encoded, one {@code name=value} a line, sorted.
 */
public final class RequestSigner {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RequestSigner() {}

    /**
     * The headers of a signed call. The date is not in HTTP's format, though the header is called {@code Date}.
     *
     * @param operation path of the operation
     * @param now when the call is made, less the age that the credential asks for
     */
    static List<Answer.Header> headers(
            Credential.Signature by, String operation, Map<String, String> parameters, Instant now) {
        var date = date(now.minus(by.age()));
        var lines = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue() + "\n")
                .sorted()
                .collect(Collectors.joining());
        return List.of(
                new Answer.Header("Date", date),
                new Answer.Header(
                        "Authorization",
                        "Signature " + by.clientId() + ":"
                                + signature(operation + "\n" + date + "\n" + lines, by.secret())));
    }

    /** A point in time as signed calls write it, in UTC. */
    public static String date(Instant time) {
        return DATE.format(time);
    }

    /**
     * The signature of a text: HMAC-SHA1, in base64.
     *
     * @throws IllegalArgumentException when the secret is empty
     */
    public static String signature(String text, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform has HMAC-SHA1", absent);
        }
    }
}
