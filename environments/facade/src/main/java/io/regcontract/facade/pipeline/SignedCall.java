package io.regcontract.facade.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A call that was signed: HMAC-SHA1 over path, date and sorted parameters, a line each.
 *
 * @param date the header of that name, which is not in HTTP's format
 */
record SignedCall(String path, String date, Map<String, String> parameters) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Duration OLDEST = Duration.ofMinutes(15);
    private static final Set<String> UNSIGNED = Set.of("client_id", "client_secret");
    private static final String ALGORITHM = "HmacSHA1";

    /** Whether the signature was made with the secret, and not long ago. */
    boolean isSignedBy(String secret, String signature, Instant now) {
        try {
            var made = LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC);
            if (Duration.between(made, now).abs().compareTo(OLDEST) > 0) {
                return false;
            }
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return MessageDigest.isEqual(
                    Base64.getEncoder()
                            .encodeToString(mac.doFinal(text().getBytes(StandardCharsets.UTF_8)))
                            .getBytes(StandardCharsets.UTF_8),
                    signature.getBytes(StandardCharsets.UTF_8));
        } catch (DateTimeException noDate) {
            return false;
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, absent);
        }
    }

    private String text() {
        return path + "\n" + date + "\n"
                + parameters.entrySet().stream()
                        .filter(parameter -> !UNSIGNED.contains(parameter.getKey()))
                        .map(parameter -> parameter.getKey() + "=" + parameter.getValue() + "\n")
                        .sorted()
                        .collect(Collectors.joining());
    }
}
