package io.regcontract.suite.redaction;

import io.regcontract.check.answer.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds secrets by the names beside them, in parameters, JSON, headers and texts. Keeps nothing. */
public final class SecretExtractor {

    /** Parameters and JSON members whose values are secrets wherever they stand. */
    private static final Set<String> SECRET_NAMES = Set.of(
            "client_secret",
            "ownerclientsecret",
            "new_secret",
            "access_token",
            "accesstoken",
            "token",
            "merge_token",
            "code",
            "authorization_code",
            "authorizationcode",
            "refresh_token",
            "refresh_secret",
            "creation_token",
            "verification_code",
            "verificationcode",
            "password",
            "password_value",
            "currentpassword",
            "newpassword",
            "newpasswordconfirm");

    private static final Pattern BEARER = Pattern.compile("(?i)(?:OAuth|Bearer|Token)\\s+(\\S+)\\s*");

    /** The pairs of a cookie; what a service only says about one, such as its path, is no secret. */
    private static final Pattern COOKIE =
            Pattern.compile("(?i)(?:^|;)\\s*(?!(?:path|domain|expires|max-age|samesite)=)[^=;\\s]+=\"?([^;\"\\s]+)");

    /** In running text "code" and "token" are words before anything else: {@code code=unique_violation}. */
    private static final Pattern NAMED = Pattern.compile("(?i)\\b("
            + SECRET_NAMES.stream()
                    .filter(name -> !name.equals("code") && !name.equals("token"))
                    .sorted()
                    .collect(Collectors.joining("|"))
            + ")=([^&\\s\"'<>;,]{6,})");

    private static final JsonMapper JSON = new JsonMapper();

    /** The kind of a cookie's value. */
    static final String COOKIE_KIND = "COOKIE";

    private final BiConsumer<String, String> found;

    /** @param found receives the kind of each secret, as {@code ACCESS_TOKEN}, and its value */
    public SecretExtractor(BiConsumer<String, String> found) {
        this.found = found;
    }

    /** Finds the secrets among parameters, in JSON values too. */
    public void parameters(Map<String, String> parameters) {
        parameters.forEach((name, value) -> {
            named(name, value);
            if (value.startsWith("{") || value.startsWith("[")) {
                json(value);
            }
        });
    }

    /** Finds the secrets in an answer, wherever they stand in it. */
    void answer(Answer answer) {
        headers(answer.headers());
        json(answer.body());
        text(answer.body());
    }

    /** Finds the secrets among headers: credentials, cookies, and what stands in an address. */
    public void headers(List<Answer.Header> headers) {
        for (var header : headers) {
            switch (header.name().toLowerCase(Locale.ROOT)) {
                case "authorization", "proxy-authorization" -> {
                    var proof = BEARER.matcher(header.value());
                    if (proof.matches()) {
                        found.accept("ACCESS_TOKEN", proof.group(1));
                    }
                }
                case "cookie", "set-cookie" -> {
                    var cookie = COOKIE.matcher(header.value());
                    while (cookie.find()) {
                        found.accept(COOKIE_KIND, cookie.group(1));
                    }
                }
                case "location", "referer" -> text(header.value());
                default -> named(header.name().replace('-', '_'), header.value());
            }
        }
    }

    /** Finds the secrets in a text when it is JSON. */
    void json(String text) {
        try {
            json(JSON.readTree(text));
        } catch (JacksonException notJson) {
            // A broken body is kept as it is; secrets that are known already are redacted in it all the same.
        }
    }

    /** Finds the secrets in a value of JSON, however deep. */
    public void json(JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                if (member.getValue().isString()) {
                    named(member.getKey(), member.getValue().stringValue());
                } else {
                    json(member.getValue());
                }
            });
        } else if (node.isArray()) {
            node.forEach(this::json);
        }
    }

    /** Finds the secrets in a text that names them as addresses, forms and messages do: {@code client_secret=...}. */
    void text(String text) {
        var named = NAMED.matcher(text);
        while (named.find()) {
            try {
                named(named.group(1), URLDecoder.decode(named.group(2), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException notEncoded) {
                named(named.group(1), named.group(2));
            }
        }
    }

    /** Finds out by the name beside it whether a value is a secret. */
    public void named(String name, String value) {
        if (SECRET_NAMES.contains(name.toLowerCase(Locale.ROOT))) {
            found.accept(name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT), value);
        }
    }
}
