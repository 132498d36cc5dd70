package io.regcontract.simulator.filter;

import io.regcontract.simulator.filter.Expression.Kind;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.EntityType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the filter language of entity.find and entity.count by recursive descent. Loosest binding first:
 *
 * <pre>
 * filter      = or
 * or          = and { "or" and }
 * and         = equality { "and" equality }
 * equality    = order { ( "=" | "!=" ) order }
 * order       = prefix { ( "&gt;" | "&gt;=" | "&lt;" | "&lt;=" ) prefix }
 * prefix      = { "not" | "!" } postfix
 * postfix     = primary { "is" [ "not" ] "null" }
 * primary     = string | number | "true" | "false" | "null" | path | "(" or ")"
 * path        = [ "/" ] name { ( "." | "/" ) name }
 * string      = "'" ... "'"      with \' and '' for a quote, \\ for a backslash
 * </pre>
 *
 * Keywords may be written in either case. {@code not} binds tighter than a comparison, as documented: {@code not (a = b)}
 * needs its parentheses. Strings are compared by the case rule of the attribute, times are quoted strings in any spelling
 * that a dateTime may have.
 */
public final class FilterParser {

    /** An operator of the past; filters that use it are refused in their own way. */
    static final String REMOVED_OPERATOR = "contains";

    private static final int DEEPEST = 200;

    private final EntityType type;
    private final Instant now;
    private final Consumer<AttributePath> asked;
    private final Runnable patience;
    private final List<FilterToken> tokens;
    private int next;
    private int depth;

    private FilterParser(
            EntityType type, Instant now, Consumer<AttributePath> asked, Runnable patience, List<FilterToken> tokens) {
        this.type = type;
        this.asked = asked;
        this.patience = patience;
        this.now = now;
        this.tokens = tokens;
    }

    /**
     * Reads a filter for records of a type.
     *
     * @param asked receives each attribute that the filter names, and may refuse it
     * @param patience called often while records are searched; may throw to end the search
     * @throws FilterSyntaxException when it means nothing
     */
    public static Filter parse(
            String filter, EntityType type, Instant now, Consumer<AttributePath> asked, Runnable patience) {
        var parser = new FilterParser(type, now, asked, patience, FilterLexer.of(filter));
        var expression = parser.or();
        if (parser.peek().kind() != FilterToken.Kind.END) {
            throw unexpected(parser.peek());
        }
        return new Filter(truth(expression));
    }

    /**
     * Reads a filter that may ask about every attribute.
     *
     * @throws FilterSyntaxException when it means nothing
     */
    public static Filter parse(String filter, EntityType type, Instant now) {
        return parse(filter, type, now, unused -> {}, () -> {});
    }

    private Expression or() {
        return joined("or", this::and, Expression.Disjunction::new);
    }

    private Expression and() {
        return joined("and", this::equality, Expression.Conjunction::new);
    }

    private Expression joined(
            String keyword, Supplier<Expression> operand, Function<List<Expression>, Expression> join) {
        var first = operand.get();
        if (!peek().is(keyword)) {
            return first;
        }
        var operands = new ArrayList<Expression>();
        operands.add(truth(first));
        while (accept(keyword)) {
            operands.add(truth(operand.get()));
        }
        return join.apply(List.copyOf(operands));
    }

    private Expression equality() {
        var left = order();
        while (peek().is("=") || peek().is("!=")) {
            boolean equal = take().is("=");
            left = comparison(left, order(), equal ? Relation.EQUAL : Relation.DIFFERENT);
        }
        return left;
    }

    private Expression order() {
        var left = prefix();
        while (true) {
            if (accept(">")) {
                left = comparison(left, prefix(), Relation.GREATER);
            } else if (accept(">=")) {
                left = comparison(left, prefix(), Relation.AT_LEAST);
            } else if (accept("<")) {
                left = comparison(left, prefix(), Relation.LESS);
            } else if (accept("<=")) {
                left = comparison(left, prefix(), Relation.AT_MOST);
            } else {
                return left;
            }
        }
    }

    private Expression prefix() {
        int negations = 0;
        while (peek().is("not") || peek().is("!")) {
            take();
            negations++;
        }
        var operand = postfix();
        if (negations == 0) {
            return operand;
        }
        var truth = truth(operand);
        return negations % 2 == 0 ? truth : new Expression.Negation(truth);
    }

    private Expression postfix() {
        var operand = primary();
        while (accept("is")) {
            boolean wanted = !accept("not");
            expect("null");
            operand = new Expression.NullTest(operand, wanted);
        }
        return operand;
    }

    private Expression primary() {
        if (accept("(")) {
            if (++depth > DEEPEST) {
                throw new FilterSyntaxException("parentheses are nested too deeply");
            }
            var inner = or();
            expect(")");
            depth--;
            return inner;
        }
        var token = take();
        if (token.is(REMOVED_OPERATOR)) {
            throw new FilterSyntaxException.OperatorRemoved(token.text());
        }
        return switch (token.kind()) {
            case STRING -> new Expression.Literal(token, Kind.TEXT, List.of(token.text()));
            case NUMBER -> new Expression.Literal(token, Kind.NUMBER, List.of(new BigDecimal(token.text())));
            case PATH -> attribute(token);
            case KEYWORD -> keyword(token);
            case SYMBOL, END -> throw unexpected(token);
        };
    }

    private static Expression keyword(FilterToken token) {
        return switch (token.text()) {
            case "true", "false" ->
                new Expression.Literal(token, Kind.TRUTH, List.of(Boolean.parseBoolean(token.text())));
            case "null" -> new Expression.Literal(token, Kind.NULL, List.of());
            default -> throw unexpected(token);
        };
    }

    private Expression attribute(FilterToken token) {
        var path = AttributePath.parse(token.text()).orElseThrow(() -> unexpected(token));
        var definition = type.find(path)
                .orElseThrow(() -> new FilterSyntaxException("Unknown attribute (" + token.shown() + ")"));
        asked.accept(path);
        return new Expression.Attribute(path, new ComparisonRule(definition, now), patience);
    }

    private static Expression comparison(Expression left, Expression right, Relation wanted) {
        var one = alike(left, right);
        var other = alike(right, left);
        if (one.kind() == Kind.OPAQUE || other.kind() == Kind.OPAQUE) {
            throw new FilterSyntaxException("an object, a plural or a password can only be tested for null");
        }
        if (one.kind() != other.kind() && one.kind() != Kind.NULL && other.kind() != Kind.NULL) {
            throw new FilterSyntaxException("values of different types cannot be compared");
        }
        return new Expression.Comparison(one, other, wanted);
    }

    /** A literal takes the type of the attribute it is compared with. */
    private static Expression alike(Expression side, Expression opposite) {
        return side instanceof Expression.Literal literal
                        && literal.kind() != Kind.NULL
                        && opposite instanceof Expression.Attribute attribute
                ? new Expression.Literal(
                        literal.token(),
                        attribute.kind(),
                        List.of(attribute.rule().of(literal.token())))
                : side;
    }

    private static Expression truth(Expression expression) {
        if (expression.kind() != Kind.TRUTH && expression.kind() != Kind.NULL) {
            throw new FilterSyntaxException("a condition is expected where a plain value stands");
        }
        return expression;
    }

    private FilterToken peek() {
        return tokens.get(next);
    }

    private FilterToken take() {
        var token = peek();
        if (token.kind() != FilterToken.Kind.END) {
            next++;
        }
        return token;
    }

    private boolean accept(String symbolOrKeyword) {
        if (peek().is(symbolOrKeyword)) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String symbolOrKeyword) {
        if (!accept(symbolOrKeyword)) {
            throw unexpected(peek());
        }
    }

    private static FilterSyntaxException unexpected(FilterToken token) {
        if (token.is(REMOVED_OPERATOR)) {
            return new FilterSyntaxException.OperatorRemoved(token.text());
        }
        return new FilterSyntaxException(
                token.kind() == FilterToken.Kind.END
                        ? "the filter ends where more is expected"
                        : "unexpected '" + token.shown() + "' at position " + (token.position() + 1));
    }
}
