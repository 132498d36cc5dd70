package io.regcontract.facade.filter;

import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.schema.Attribute;
import io.regcontract.facade.schema.AttributePath;
import io.regcontract.facade.store.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads filters: comparisons of an attribute with a value, {@code is null}, {@code is not null}, {@code not},
 * {@code and}, {@code or} and parentheses.
 */
public final class FilterParser {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:'((?:[^'\\\\]|\\\\.)*)'|(<=|>=|!=|[=<>()!])|([^\\s'=<>()!]+))", Pattern.DOTALL);
    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<", "<=", ">", ">=");
    private static final Set<String> WORDS = Set.of("and", "or", "not", "is", "null");

    private final EntityType type;
    private final List<Token> tokens;
    private int next;

    /** A word, a sign or a text in quotes. */
    private record Token(String text, boolean quoted) {
        boolean is(String word) {
            return !quoted && text.equalsIgnoreCase(word);
        }
    }

    private FilterParser(EntityType type, List<Token> tokens) {
        this.type = type;
        this.tokens = tokens;
    }

    /**
     * Reads a filter.
     *
     * @throws Refusal when it is none, or asks for an attribute that the type does not have
     */
    public static Predicate<JsonNode> parse(EntityType type, String filter) {
        var parser = new FilterParser(type, tokens(filter));
        var read = parser.alternatives();
        if (parser.next < parser.tokens.size()) {
            throw unreadable("'" + parser.tokens.get(parser.next).text() + "' is out of place");
        }
        return read;
    }

    private static List<Token> tokens(String filter) {
        var tokens = new ArrayList<Token>();
        var rest = TOKEN.matcher(filter);
        int end = 0;
        while (rest.find() && rest.start() == end) {
            tokens.add(
                    rest.group(1) != null
                            ? new Token(rest.group(1).replaceAll("\\\\(.)", "$1"), true)
                            : new Token(rest.group(2) != null ? rest.group(2) : rest.group(3), false));
            end = rest.end();
        }
        if (!filter.substring(end).isBlank()) {
            throw unreadable("it cannot be read from character " + end + " on");
        }
        return tokens;
    }

    private Predicate<JsonNode> alternatives() {
        var all = conditions();
        while (take("or")) {
            all = all.or(conditions());
        }
        return all;
    }

    private Predicate<JsonNode> conditions() {
        var all = condition();
        while (take("and")) {
            all = all.and(condition());
        }
        return all;
    }

    private Predicate<JsonNode> condition() {
        if (take("not") || take("!")) {
            return condition().negate();
        }
        if (take("(")) {
            var inner = alternatives();
            if (!take(")")) {
                throw unreadable("a parenthesis is not closed");
            }
            return inner;
        }
        var attribute = attribute();
        if (take("is")) {
            var negated = take("not");
            if (!take("null")) {
                throw unreadable("'is' must be followed by 'null' or 'not null'");
            }
            return record -> attribute.in(record).isEmpty() != negated;
        }
        var comparison = token();
        if (comparison.quoted() || !COMPARISONS.contains(comparison.text())) {
            throw unreadable("'" + comparison.text() + "' is no comparison");
        }
        var value = token();
        if (!value.quoted() && (COMPARISONS.contains(value.text()) || "()!".contains(value.text()))) {
            throw unreadable("'" + value.text() + "' is no value");
        }
        return attribute.compared(comparison.text(), value.text());
    }

    private FilteredAttribute attribute() {
        var name = token();
        if (name.quoted() || WORDS.contains(name.text().toLowerCase(Locale.ROOT))) {
            throw unreadable("'" + name.text() + "' is no attribute");
        }
        var path = AttributePath.parse(name.text()).orElseThrow(() -> unknown(name.text()));
        if (path.steps().size() == 1
                && EntityType.RESERVED.contains(path.steps().get(0).name())) {
            return new FilteredAttribute(
                    path, path.steps().get(0).name().equals("id") ? "integer" : reservedType(path));
        }
        return new FilteredAttribute(
                path, path.definition(type.attributes()).map(Attribute::type).orElseThrow(() -> unknown(name.text())));
    }

    private static String reservedType(AttributePath path) {
        return path.steps().get(0).name().equals("uuid") ? "string" : "dateTime";
    }

    private boolean take(String word) {
        if (next < tokens.size() && tokens.get(next).is(word)) {
            next++;
            return true;
        }
        return false;
    }

    private Token token() {
        if (next >= tokens.size()) {
            throw unreadable("it ends too soon");
        }
        next++;
        return tokens.get(next - 1);
    }

    private static Refusal unknown(String attribute) {
        return Refusal.invalid("filter", "unknown attribute " + attribute);
    }

    private static Refusal unreadable(String why) {
        return Refusal.invalid("filter", why);
    }
}
