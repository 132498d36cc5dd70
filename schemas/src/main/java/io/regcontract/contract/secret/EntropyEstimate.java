package io.regcontract.contract.secret;

import io.regcontract.contract.Contract;
import io.regcontract.contract.loading.Lazy;
import io.regcontract.contract.model.AttributeConstraint;
import io.regcontract.contract.model.AttributeType;
import io.regcontract.contract.model.Operation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How little a text could have been guessed, in bits: a rough measure, by how many kinds of characters it has and how evenly it uses them. What is made of
 * words of the contract surprises nobody: {@code unique_violation} in a cookie is no secret, whatever the cookie is called.
 */
public final class EntropyEstimate {

    private static final int SHORTEST_WORD = 3;

    /** Words that stand in every answer, beside those of the contract. */
    private static final Set<String> TECHNICAL = Set.of(
            "accept",
            "agent",
            "application",
            "basic",
            "bearer",
            "bytes",
            "cache",
            "charset",
            "chunked",
            "close",
            "content",
            "control",
            "cookie",
            "default",
            "disabled",
            "domain",
            "enabled",
            "encoding",
            "english",
            "expires",
            "false",
            "form",
            "gzip",
            "header",
            "host",
            "html",
            "http",
            "https",
            "identity",
            "index",
            "json",
            "keep",
            "alive",
            "lang",
            "language",
            "latin",
            "locale",
            "localhost",
            "message",
            "missing",
            "mode",
            "none",
            "null",
            "oauth",
            "path",
            "plain",
            "private",
            "proven",
            "contradicted",
            "broken",
            "regcontract",
            "reg",
            "requirement",
            "request",
            "response",
            "result",
            "secure",
            "server",
            "session",
            "simulator",
            "store",
            "strict",
            "text",
            "true",
            "undefined",
            "unknown",
            "utf",
            "value",
            "version",
            "violation",
            "www",
            "xml");

    private static final Pattern LETTERS = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])");

    private static final Pattern JOINTS = Pattern.compile("[ _./:;,=-]*");

    private static final Lazy<Set<String>> WORDS = new Lazy<>(EntropyEstimate::words);

    private EntropyEstimate() {}

    /** Whether a text is nothing but words of the contract and what joins words. */
    public static boolean isOfTheContract(String text) {
        var left = withoutWords(text);
        return left.length() < text.length() && JOINTS.matcher(left).matches();
    }

    /** The bits of what is left of a text when the words of the contract are taken out. */
    public static double bits(String text) {
        var left = withoutWords(text);
        return left.isEmpty() ? 0 : left.length() * Math.min(bitsByKinds(left), bitsByUse(left));
    }

    private static String withoutWords(String text) {
        return LETTERS.matcher(text)
                .replaceAll(word -> WORDS.get().contains(word.group().toLowerCase(Locale.ROOT)) ? "" : word.group());
    }

    private static double bitsByKinds(String text) {
        int kinds = 0;
        kinds += has(text, 'a', 'z') ? 26 : 0;
        kinds += has(text, 'A', 'Z') ? 26 : 0;
        kinds += has(text, '0', '9') ? 10 : 0;
        kinds += text.codePoints().anyMatch(character -> !Character.isLetterOrDigit(character)) ? 16 : 0;
        kinds += text.codePoints().anyMatch(character -> character > '~') ? 64 : 0;
        return Math.log(Math.max(1, kinds)) / Math.log(2);
    }

    private static boolean has(String text, char first, char last) {
        return text.chars().anyMatch(character -> character >= first && character <= last);
    }

    /** Shannon's entropy of the characters: three letters in turn are soon no news. */
    private static double bitsByUse(String text) {
        var sorted = text.codePoints().sorted().toArray();
        double bits = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double share = (to - from) / (double) sorted.length;
            bits -= share * Math.log(share) / Math.log(2);
            from = to;
        }
        return bits;
    }

    private static Set<String> words() {
        var contract = Contract.load();
        var names = Stream.of(
                        contract.errors().stream()
                                .flatMap(error -> Stream.concat(
                                        Stream.of(error.name(), error.category()),
                                        error.extraFields().keySet().stream())),
                        contract.envelopeFields().stream(),
                        contract.operations().all().stream().map(Operation::path),
                        contract.operations().all().stream()
                                .flatMap(operation -> operation.parameters().stream())
                                .map(Operation.Parameter::name),
                        contract.attributes().types().stream().map(AttributeType::name),
                        contract.attributes().constraints().stream().map(AttributeConstraint::name))
                .flatMap(stream -> stream);
        var words = new HashSet<>(TECHNICAL);
        names.flatMap(name -> LETTERS.matcher(name).results().map(word -> word.group()))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .forEach(words::add);
        words.addAll(Arrays.asList("is", "of", "or", "to", "in"));
        return Set.copyOf(words);
    }
}
