package io.regcontract.suite.redaction;

import io.regcontract.check.answer.Answer;
import io.regcontract.contract.EntropyEstimate;
import io.regcontract.contract.SecretForms;
import io.regcontract.contract.SecretPieces;
import io.regcontract.contract.UnescapedText;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes secrets out of everything that leaves memory. It knows a secret by its value, in every form of
 * {@link SecretForms} and behind every escape of {@link UnescapedText}, and puts the name of a shell variable in its place,
 * so that a redacted command still runs once the variables are set. It learns values by itself from the parameters and
 * answers that carry them. Thread-safe.
 */
public final class Redactor {

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

    /** Shorter values are not redacted: they are weak secrets, and replacing them would damage unrelated text. */
    private static final int SHORTEST = SecretMatcher.BEGINNING;

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

    /** What a service calls a secret is looked for in files only where it could not stand there by chance. */
    private static final int SHORTEST_TOLD = 12;

    private static final int SHORTEST_COOKIE = 16;
    private static final double FEWEST_BITS = 40;
    private static final double FEWEST_BITS_OF_A_COOKIE = 56;

    private static final String COOKIE_NAME = "COOKIE";

    /** Secrets may lie in different layers of one text; nobody hides one in so many. */
    private static final int MOST_ROUNDS = 8;

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, Integer> counters = new LinkedHashMap<>();
    private final Set<String> handedOn = new LinkedHashSet<>();
    private final Set<String> inPieces = new HashSet<>();
    private final SecretMatcher forms = new SecretMatcher();
    private final SecretMatcher pieces = new SecretMatcher();
    private final List<Listener> listeners = new ArrayList<>();

    /** Is called for every secret. Implementations must not log or store the value unprotected. */
    @FunctionalInterface
    public interface Listener {
        void registered(String variable, String secret);
    }

    /**
     * Adds a listener. It is called at once for every known secret, and later for each new one. What a service only
     * calls a
     * secret, and could as well be any word, is taken out of texts and not told: found somewhere, it would mean nothing.
     */
    public synchronized void addListener(Listener listener) {
        handedOn.forEach(secret -> listener.registered(variables.get(secret), secret));
        listeners.add(listener);
    }

    /** Registers a secret under a variable of its own. A value that is already known keeps its first name. */
    public synchronized void register(String variable, String secret) {
        if (secret.length() >= SHORTEST) {
            know(variables.getOrDefault(secret, variable), secret, true);
        }
    }

    /** Registers the secret of a client, and pieces of it that are long enough to be no accident. */
    public synchronized void registerClientSecret(String variable, String secret) {
        register(variable, secret);
        if (secret.length() < SHORTEST || !inPieces.add(secret)) {
            return;
        }
        SecretPieces.of(secret)
                .forEach(rest -> pieces.add(rest, SecretPieces.SHORTEST, "${" + variables.get(secret) + "_PIECE}"));
    }

    private void know(String variable, String secret, boolean sought) {
        if (sought && handedOn.add(secret)) {
            listeners.forEach(listener -> listener.registered(variable, secret));
        }
        if (variables.putIfAbsent(secret, variable) != null) {
            return;
        }
        var shown = "${" + variable + "}";
        SecretForms.of(secret).keySet().forEach(form -> {
            forms.add(form, shown);
            forms.add(SecretForms.octets(form), shown);
        });
    }

    /** Registers the user:password pair of HTTP Basic, whose base64 form hides both. */
    public synchronized void registerBasic(String variable, String clientId, String secret) {
        registerClientSecret(variable, secret);
        var pair = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
        forms.add(Base64.getEncoder().encodeToString(pair), "${" + variable + "_BASIC}");
    }

    /** Who said that something is a secret: a service may call any word one. */
    private enum Origin {
        OURS,
        TOLD
    }

    /** Learns the secrets among parameters, in JSON values too. */
    public void learn(Map<String, String> parameters) {
        parameters.forEach((name, value) -> {
            learn(name, value, Origin.OURS);
            if (value.startsWith("{") || value.startsWith("[")) {
                learnJson(value);
            }
        });
    }

    /** The secrets of this one call. A secret from another call is not counted as leaked by its answer. */
    public static Set<String> secretsOf(Call call) {
        var own = new Redactor();
        own.learn(call.parameters());
        if (call.credential() instanceof Credential.Basic basic) {
            own.register("SECRET", basic.secret());
            own.register("PAIR", basic.clientId() + ":" + basic.secret());
        } else if (call.credential() instanceof Credential.WithoutScheme bare) {
            own.register("SECRET", bare.secret());
            own.register("PAIR", bare.clientId() + ":" + bare.secret());
        } else if (call.credential() instanceof Credential.Parameters pair) {
            own.register("SECRET", pair.secret());
            own.register("PAIR", pair.clientId() + ":" + pair.secret());
        } else if (call.credential() instanceof Credential.Signature signed) {
            own.register("SECRET", signed.secret());
            own.register("PAIR", signed.clientId() + ":" + signed.secret());
        } else if (call.credential() instanceof Credential.TokenParameter bearer) {
            own.register("TOKEN", bearer.token());
        } else if (call.credential() instanceof Credential.OAuthHeader oauth) {
            own.register("TOKEN", oauth.token());
        }
        return own.secrets();
    }

    /** Learns the secrets in an answer, wherever they stand in it. */
    public void learn(Answer answer) {
        learn(answer.headers(), Origin.TOLD);
        learnJson(answer.body(), Origin.TOLD);
        learnText(answer.body(), Origin.TOLD);
    }

    /** Learns the secrets in a text when it is JSON. */
    public void learnJson(String text) {
        learnJson(text, Origin.OURS);
    }

    private void learnJson(String text, Origin origin) {
        try {
            learn(JSON.readTree(text), origin);
        } catch (JacksonException notJson) {
            // Nothing to learn: a broken body is shown as it is, and known values are taken out of it all the same.
        }
    }

    /** Learns the secrets among headers: what proves who calls, cookies, and what stands in an address. */
    public void learn(List<Answer.Header> headers) {
        learn(headers, Origin.OURS);
    }

    private void learn(List<Answer.Header> headers, Origin origin) {
        for (var header : headers) {
            switch (header.name().toLowerCase(Locale.ROOT)) {
                case "authorization", "proxy-authorization" -> {
                    var proof = BEARER.matcher(header.value());
                    if (proof.matches()) {
                        learnAs("ACCESS_TOKEN", proof.group(1), origin);
                    }
                }
                case "cookie", "set-cookie" -> {
                    var cookie = COOKIE.matcher(header.value());
                    while (cookie.find()) {
                        learnAs(COOKIE_NAME, cookie.group(1), origin);
                    }
                }
                case "location", "referer" -> learnText(header.value(), origin);
                default -> learn(header.name().replace('-', '_'), header.value(), origin);
            }
        }
    }

    /** Learns the secrets in a text that names them as addresses, forms and messages do: {@code client_secret=...}. */
    public void learnText(String text) {
        learnText(text, Origin.OURS);
    }

    private void learnText(String text, Origin origin) {
        var named = NAMED.matcher(text);
        while (named.find()) {
            try {
                learn(named.group(1), URLDecoder.decode(named.group(2), StandardCharsets.UTF_8), origin);
            } catch (IllegalArgumentException notEncoded) {
                learn(named.group(1), named.group(2), origin);
            }
        }
    }

    private void learn(JsonNode node, Origin origin) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                if (member.getValue().isString()) {
                    learn(member.getKey(), member.getValue().stringValue(), origin);
                } else {
                    learn(member.getValue(), origin);
                }
            });
        } else if (node.isArray()) {
            node.forEach(element -> learn(element, origin));
        }
    }

    private void learn(String name, String value, Origin origin) {
        var key = name.toLowerCase(Locale.ROOT);
        if (SECRET_NAMES.contains(key)) {
            learnAs(name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT), value, origin);
        }
    }

    private synchronized void learnAs(String kind, String value, Origin origin) {
        if (value.length() < SHORTEST || (variables.containsKey(value) && origin == Origin.TOLD)) {
            return;
        }
        // What the contract itself says would be gone from all evidence, and found in every report.
        if (origin == Origin.TOLD && EntropyEstimate.isOfTheContract(value)) {
            return;
        }
        var variable = variables.get(value);
        know(
                variable != null ? variable : kind + "_" + counters.merge(kind, 1, Integer::sum),
                value,
                origin == Origin.OURS || isSurelySecret(kind, value));
    }

    private static boolean isSurelySecret(String kind, String value) {
        var cookie = kind.equals(COOKIE_NAME);
        return value.length() >= (cookie ? SHORTEST_COOKIE : SHORTEST_TOLD)
                && EntropyEstimate.bits(value) >= (cookie ? FEWEST_BITS_OF_A_COOKIE : FEWEST_BITS);
    }

    /**
     * The text with every known secret replaced by its variable, also where it hides behind escapes; then what is left of
     * pieces. What else is escaped stays as it came: evidence is evidence.
     */
    public String redact(String text) {
        return without(pieces, without(forms, text));
    }

    private String without(SecretMatcher unwanted, String text) {
        var redacted = replaced(unwanted, text);
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var next = replacedBelow(unwanted, redacted);
            if (next.equals(redacted)) {
                return redacted;
            }
            redacted = next;
        }
        return redacted;
    }

    /** With what is found in the uppermost layer below the text in which anything is found. */
    private String replacedBelow(SecretMatcher unwanted, String text) {
        for (var layer : UnescapedText.layersOf(text)) {
            var found = in(unwanted, layer.text());
            if (!found.isEmpty()) {
                var redacted = new StringBuilder();
                var copied = 0;
                for (var form : found) {
                    redacted.append(text, copied, layer.start(form.from())).append(form.variable());
                    copied = layer.start(form.to());
                }
                return redacted.append(text, copied, text.length()).toString();
            }
        }
        return text;
    }

    private synchronized List<SecretMatcher.Found> in(SecretMatcher unwanted, String text) {
        return unwanted.in(text);
    }

    private synchronized String replaced(SecretMatcher unwanted, String text) {
        return unwanted.replaced(text);
    }

    /** Every registered value, for checks on answers in memory and for a scan of what was written. */
    public synchronized Set<String> secrets() {
        return Set.copyOf(variables.keySet());
    }
}
