package io.regcontract.check;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

/** No secret of the request comes back, in whatever form or field. */
final class BodySecretFree implements Check {

    static final String ID = "body.secret-free";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String source() {
        return "our own rule: an error text ends up in logs, and a secret of the request has no business there";
    }

    @Override
    public Finding examine(Subject subject) {
        return subject.ofErrorObject(error -> subject.circumstances().secrets().stream()
                        .flatMap(BodySecretFree::forms)
                        .anyMatch(form -> subject.answer().body().contains(form))
                ? Finding.fails(
                        "no secret of the request",
                        "one of them: " + Shown.text(subject.answer().body()))
                : Finding.holds());
    }

    /** A secret as it is, and as it travels in a URL and in HTTP Basic. */
    private static Stream<String> forms(String secret) {
        return Stream.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
