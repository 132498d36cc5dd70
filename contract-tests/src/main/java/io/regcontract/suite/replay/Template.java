package io.regcontract.suite.replay;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A text in which some parts are only known once a service has answered. */
public record Template(List<Part> parts) {

    /** A piece of a text. */
    public sealed interface Part {}

    /** One that is always the same. */
    public record Literal(String text) implements Part {}

    /** One that has to be looked up. */
    public record Variable(String name) implements Part {}

    public Template {
        parts = List.copyOf(parts);
    }

    /** A text without variables. */
    public static Template literal(String text) {
        return new Template(text.isEmpty() ? List.of() : List.of(new Literal(text)));
    }

    /** The text with every variable looked up. */
    public String filled(Map<String, String> values) {
        return joined(Literal::text, variable -> {
            var value = values.get(variable.name());
            if (value == null) {
                throw new IllegalStateException("no answer has given " + variable.name() + " yet");
            }
            return value;
        });
    }

    /** The text in another notation. */
    public String joined(Function<Literal, String> literal, Function<Variable, String> variable) {
        return parts.stream()
                .map(part -> part instanceof Variable one ? variable.apply(one) : literal.apply((Literal) part))
                .collect(Collectors.joining());
    }

    /** The names of the variables in it. */
    public List<String> variables() {
        return parts.stream()
                .filter(Variable.class::isInstance)
                .map(part -> ((Variable) part).name())
                .toList();
    }
}
