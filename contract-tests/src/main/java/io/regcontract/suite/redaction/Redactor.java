package io.regcontract.suite.redaction;

import io.regcontract.check.answer.Answer;
import io.regcontract.contract.secret.EntropyEstimate;
import io.regcontract.contract.secret.MultiPatternSearch;
import io.regcontract.contract.secret.SecretForms;
import io.regcontract.contract.secret.SecretPieces;
import io.regcontract.contract.secret.UnescapedText;
import io.regcontract.suite.call.Credential;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Takes secrets out of everything that leaves memory. It knows a secret by its value, in every form of
 * {@link SecretForms} and behind every escape of {@link UnescapedText}, and puts the name of a shell variable in its place,
 * so that a redacted command still runs once the variables are set. It learns values by itself from the parameters and
 * answers that carry them. Thread-safe.
 */
public final class Redactor {

    /** Shorter values are not redacted: they are weak secrets, and replacing them would damage unrelated text. */
    static final int SHORTEST = 6;

    /** What a service calls a secret is looked for in files only where it could not stand there by chance. */
    private static final int SHORTEST_TOLD = 12;

    private static final int SHORTEST_COOKIE = 16;
    private static final double FEWEST_BITS = 40;
    private static final double FEWEST_BITS_OF_A_COOKIE = 56;

    /** A bound on the layers of one text that are searched after one another. */
    private static final int MOST_ROUNDS = 8;

    private static final String CLIENT_SECRET = "CLIENT_SECRET";

    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, Integer> counters = new LinkedHashMap<>();
    private final Set<String> handedOn = new LinkedHashSet<>();
    private final Set<String> inPieces = new HashSet<>();
    private final MultiPatternSearch<String> forms = new MultiPatternSearch<>(SHORTEST);
    private final MultiPatternSearch<String> pieces = new MultiPatternSearch<>(SHORTEST);
    private final List<Listener> listeners = new ArrayList<>();
    private final SecretExtractor ours = new SecretExtractor((kind, value) -> learnAs(kind, value, Origin.OURS));
    private final SecretExtractor told = new SecretExtractor((kind, value) -> learnAs(kind, value, Origin.TOLD));

    /** Is called for every secret. Implementations must not log or store the value unprotected. */
    @FunctionalInterface
    public interface Listener {

        /**
         * A secret became known.
         *
         * @param variable that stands for it in texts
         */
        void registered(String variable, String secret);
    }

    /**
     * Adds a listener. It is called at once for every known secret, and later for each new one. It is not called for what
     * a service names a secret and may be any word: such a value is redacted, but finding it elsewhere means nothing.
     */
    public synchronized void addListener(Listener listener) {
        handedOn.forEach(secret -> listener.registered(variables.get(secret), secret));
        listeners.add(listener);
    }

    /** Registers a secret. A value that is already known keeps the variable it was first registered with. */
    public synchronized void register(String variable, String secret) {
        if (secret.length() >= SHORTEST) {
            know(variables.getOrDefault(secret, variable), secret, true);
        }
    }

    /** Registers the secret of a client, and the pieces of it that are too long to match by chance. */
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

    /** Registers the secret of a client and the base64 form of its HTTP Basic credentials. */
    public synchronized void registerBasic(String variable, String clientId, String secret) {
        registerClientSecret(variable, secret);
        var pair = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
        forms.add(Base64.getEncoder().encodeToString(pair), "${" + variable + "_BASIC}");
    }

    /** Whether the suite or the service named something a secret: a service may name any word one. */
    private enum Origin {
        OURS,
        TOLD
    }

    /** Learns the secrets among parameters, in JSON values too. */
    public void learn(Map<String, String> parameters) {
        ours.parameters(parameters);
    }

    /** Learns the secret of a credential. */
    public void learn(Credential credential) {
        if (credential instanceof Credential.Basic basic) {
            registerBasic(CLIENT_SECRET, basic.clientId(), basic.secret());
        } else if (credential instanceof Credential.WithoutScheme bare) {
            registerBasic(CLIENT_SECRET, bare.clientId(), bare.secret());
        } else if (credential instanceof Credential.ClientSecret pair) {
            registerClientSecret(CLIENT_SECRET, pair.secret());
        } else if (credential instanceof Credential.TokenParameter issued) {
            learn(Map.of(issued.parameter(), issued.token()));
        } else if (credential instanceof Credential.OAuthHeader issued) {
            learn(Map.of("access_token", issued.token()));
        }
    }

    /** Learns the secrets in an answer, wherever they stand in it. */
    public void learn(Answer answer) {
        told.answer(answer);
    }

    /** Learns the secrets among headers: what proves who calls, cookies, and what stands in an address. */
    public void learn(List<Answer.Header> headers) {
        ours.headers(headers);
    }

    /** Learns the secrets in a text that names them as addresses, forms and messages do: {@code client_secret=...}. */
    public void learnText(String text) {
        ours.text(text);
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
        var cookie = kind.equals(SecretExtractor.COOKIE_KIND);
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

    private String without(MultiPatternSearch<String> unwanted, String text) {
        var redacted = replaced(text, found(unwanted, text), IntUnaryOperator.identity());
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var next = replacedBelow(unwanted, redacted);
            if (next.equals(redacted)) {
                return redacted;
            }
            redacted = next;
        }
        return redacted;
    }

    /** Replaces what is found in the uppermost layer below the text in which anything is found. */
    private String replacedBelow(MultiPatternSearch<String> unwanted, String text) {
        for (var layer : UnescapedText.layersOf(text)) {
            var found = found(unwanted, layer.text());
            if (!found.isEmpty()) {
                return replaced(text, found, layer::start);
            }
        }
        return text;
    }

    private synchronized List<MultiPatternSearch.Match<String>> found(
            MultiPatternSearch<String> unwanted, String text) {
        return unwanted.findApart(text);
    }

    /** @param place where in the text a place of a match is */
    private static String replaced(String text, List<MultiPatternSearch.Match<String>> found, IntUnaryOperator place) {
        if (found.isEmpty()) {
            return text;
        }
        var redacted = new StringBuilder();
        var copied = 0;
        for (var match : found) {
            redacted.append(text, copied, place.applyAsInt(match.from())).append(match.value());
            copied = place.applyAsInt(match.to());
        }
        return redacted.append(text, copied, text.length()).toString();
    }
}
