package io.regcontract.suite.exchange;

import io.regcontract.check.Answer;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes secrets out of everything that leaves memory. It knows a secret by its value, in plain, URL-encoded and base64
 * form, and puts the name of a shell variable in its place, so that a redacted command still runs once the variables
 * are set. It learns values by itself from the parameters and answers that carry them. Thread-safe.
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

    /** Shorter values are no secrets worth the name, and taking them out would damage the text around them. */
    private static final int SHORTEST = Forms.BEGINNING;

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

    /** JSON's escapes of printable ASCII, but for the two characters that have to be escaped. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\u00(?!22|5[cC])([2-6][0-9a-fA-F]|7[0-9a-eA-E])|\\\\/");

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, Integer> counters = new LinkedHashMap<>();
    private final Forms forms = new Forms();
    private final List<Listener> listeners = new ArrayList<>();

    /** Hears of every secret; what it does with one must be as careful as what is done here. */
    @FunctionalInterface
    public interface Listener {
        void registered(String variable, String secret);
    }

    /** Tells of every secret that is known, and of every one from here on as soon as it is. */
    public synchronized void tell(Listener listener) {
        variables.forEach((secret, variable) -> listener.registered(variable, secret));
        listeners.add(listener);
    }

    /** Registers a secret under a variable of its own. A value that is already known keeps its first name. */
    public synchronized void register(String variable, String secret) {
        if (secret.length() < SHORTEST || variables.containsKey(secret)) {
            return;
        }
        variables.put(secret, variable);
        listeners.forEach(listener -> listener.registered(variable, secret));
        var shown = "${" + variable + "}";
        var texts = new TreeSet<String>();
        texts.add(secret);
        texts.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        texts.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
        // Within JSON, and within JSON that is itself the value of a form parameter.
        var inJson = JSON.writeValueAsString(secret);
        var escaped = inJson.substring(1, inJson.length() - 1);
        texts.add(escaped);
        texts.add(URLEncoder.encode(escaped, StandardCharsets.UTF_8));
        base64(secret, texts);
        texts.forEach(text -> forms.add(text, shown));
    }

    /** Registers the user:password pair of HTTP Basic, whose base64 form hides both. */
    public synchronized void registerBasic(String variable, String clientId, String secret) {
        register(variable, secret);
        var pair = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
        forms.add(Base64.getEncoder().encodeToString(pair), "${" + variable + "_BASIC}");
    }

    /** Learns the secrets among parameters, in JSON values too. */
    public void learn(Map<String, String> parameters) {
        parameters.forEach((name, value) -> {
            learn(name, value);
            if (value.startsWith("{") || value.startsWith("[")) {
                learnJson(value);
            }
        });
    }

    /** The secrets that one call carries, and no others: what came from elsewhere is not its to give away. */
    public static Set<String> secretsOf(Call call) {
        var own = new Redactor();
        own.learn(call.parameters());
        if (call.credential() instanceof Credential.Basic basic) {
            own.register("SECRET", basic.secret());
            own.register("PAIR", basic.clientId() + ":" + basic.secret());
        } else if (call.credential() instanceof Credential.Parameters pair) {
            own.register("SECRET", pair.secret());
        } else if (call.credential() instanceof Credential.Signature signed) {
            own.register("SECRET", signed.secret());
        } else if (call.credential() instanceof Credential.TokenParameter bearer) {
            own.register("TOKEN", bearer.token());
        } else if (call.credential() instanceof Credential.OAuthHeader oauth) {
            own.register("TOKEN", oauth.token());
        }
        return own.secrets();
    }

    /** Learns the secrets in an answer, wherever they stand in it. */
    public void learn(Answer answer) {
        learn(answer.headers());
        learnJson(answer.body());
        learnText(answer.body());
    }

    /** Learns the secrets in a text when it is JSON. */
    public void learnJson(String text) {
        try {
            learn(JSON.readTree(text));
        } catch (JacksonException notJson) {
            // Nothing to learn: a broken body is shown as it is, and known values are taken out of it all the same.
        }
    }

    /** Learns the secrets among headers: what proves who calls, cookies, and what stands in an address. */
    public void learn(List<Answer.Header> headers) {
        for (var header : headers) {
            switch (header.name().toLowerCase(Locale.ROOT)) {
                case "authorization", "proxy-authorization" -> {
                    var proof = BEARER.matcher(header.value());
                    if (proof.matches()) {
                        learnAs("ACCESS_TOKEN", proof.group(1));
                    }
                }
                case "cookie", "set-cookie" -> {
                    var cookie = COOKIE.matcher(header.value());
                    while (cookie.find()) {
                        learnAs("COOKIE", cookie.group(1));
                    }
                }
                case "location", "referer" -> learnText(header.value());
                default -> learn(header.name().replace('-', '_'), header.value());
            }
        }
    }

    /** Learns the secrets in a text that names them as addresses, forms and messages do: {@code client_secret=...}. */
    public void learnText(String text) {
        var named = NAMED.matcher(text);
        while (named.find()) {
            try {
                learn(named.group(1), URLDecoder.decode(named.group(2), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException notEncoded) {
                learn(named.group(1), named.group(2));
            }
        }
    }

    private void learn(JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                if (member.getValue().isString()) {
                    learn(member.getKey(), member.getValue().stringValue());
                } else {
                    learn(member.getValue());
                }
            });
        } else if (node.isArray()) {
            node.forEach(this::learn);
        }
    }

    private void learn(String name, String value) {
        var key = name.toLowerCase(Locale.ROOT);
        if (SECRET_NAMES.contains(key)) {
            learnAs(name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT), value);
        }
    }

    private synchronized void learnAs(String variable, String value) {
        if (!variables.containsKey(value) && value.length() >= SHORTEST) {
            register(variable + "_" + counters.merge(variable, 1, Integer::sum), value);
        }
    }

    /** The text with every known secret replaced by its variable. */
    public String redact(String text) {
        var redacted = replaced(text);
        if (!redacted.contains("\\")) {
            return redacted;
        }
        // JSON may write any character as an escape. Unescaped only where that shows a secret: evidence is evidence.
        var plain = ESCAPED.matcher(redacted).replaceAll(Redactor::unescaped);
        var redactedAgain = replaced(plain);
        return redactedAgain.equals(plain) ? redacted : redactedAgain;
    }

    private static String unescaped(MatchResult escape) {
        var code = escape.group(1);
        return Matcher.quoteReplacement(code == null ? "/" : Character.toString(Integer.parseInt(code, 16)));
    }

    private synchronized String replaced(String text) {
        return forms.replaced(text);
    }

    /** Every registered value, for checks on answers in memory and for a scan of what was written. */
    public synchronized Set<String> secrets() {
        return Set.copyOf(variables.keySet());
    }

    /** The base64 forms a secret takes at each of the three alignments, without the ends that its neighbours shape. */
    private static void base64(String secret, Set<String> into) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (var shift = 0; shift < 3; shift++) {
            var padded = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, padded, shift, bytes.length);
            for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                var encoded = encoder.withoutPadding().encodeToString(padded);
                var from = shift == 0 ? 0 : shift + 1;
                var to = encoded.length() - (padded.length % 3 == 0 ? 0 : 1);
                if (to - from >= SHORTEST) {
                    into.add(encoded.substring(from, to));
                }
            }
        }
    }
}
