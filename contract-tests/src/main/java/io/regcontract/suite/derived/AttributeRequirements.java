package io.regcontract.suite.derived;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.AttributeConstraint;
import io.regcontract.contract.model.AttributeType;
import io.regcontract.contract.model.AttributeType.JsonType;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.WrongValue;
import io.regcontract.suite.state.Json;
import io.regcontract.suite.tenant.Attribute;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 340-342, 360-363: each wrong value of each type of attribute and each constraint, in each way of writing it. */
final class AttributeRequirements extends DerivedFamily {

    private static final String NAME = "value";
    private static final String LIST = "cards";
    private static final String STRING = "string";
    private static final String LOCALLY_UNIQUE = "locally-unique";

    /** A value of each type of JSON. */
    private static final Map<JsonType, String> SAMPLES = new EnumMap<>(Map.of(
            JsonType.STRING, "\"text\"",
            JsonType.NUMBER, "7",
            JsonType.BOOLEAN, "true",
            JsonType.OBJECT, "{}",
            JsonType.ARRAY, "[]"));

    /**
     * The values of one case.
     *
     * @param attribute its definition
     * @param held the value in the record before it is written, as JSON
     * @param taken the value in another record, as JSON
     * @param wrong all attributes, with the value that breaks a rule, as JSON
     * @param right all attributes, with a value that keeps the rule, as JSON
     */
    private record Written(Attribute attribute, String held, Optional<String> taken, String wrong, String right) {

        /** A value of one attribute, which holds the right one already. */
        static Written value(Attribute attribute, String wrong, String right) {
            return new Written(attribute, object(right), Optional.empty(), object(wrong), object(right));
        }
    }

    AttributeRequirements(Contract contract, PrototypeCalls prototypes) {
        super(contract, prototypes);
        for (var way : WriteOperation.values()) {
            contract.attributes().types().stream()
                    .filter(AttributeType::declared)
                    .filter(type -> !type.right().isEmpty())
                    .forEach(type -> type(way, type));
            contract.attributes().constraints().forEach(constraint -> constraint
                    .wrong()
                    .forEach(wrong -> derive(
                            way,
                            constraint.code(),
                            constraint.name() + " " + words(wrong),
                            constraint.name() + " does not allow the value",
                            "",
                            Written.value(
                                    Attribute.string(NAME).constrained(constraint.name()),
                                    wrong,
                                    constraint.right().get(0)))));
        }
    }

    private void type(WriteOperation way, AttributeType type) {
        type.wrong().stream()
                .filter(wrong -> possible(way, wrong))
                .forEach(wrong -> derive(
                        way,
                        ErrorCode.of(wrong.code()).orElseThrow(),
                        type.name() + " " + wrong.because() + " " + words(wrong.value()),
                        "a value of type " + type.name() + " is wrong: " + wrong.because(),
                        wrong.source(),
                        Written.value(
                                attribute(type), wrong.value(), type.right().get(0))));
        Arrays.stream(JsonType.values())
                .filter(json -> !type.json().contains(json))
                .filter(json -> type.wrong().stream().noneMatch(wrong -> isOf(json, wrong)))
                .forEach(json -> derive(
                        way,
                        ErrorCode.INVALID_JSON_TYPE,
                        type.name() + " given " + json,
                        "an attribute of type " + type.name() + " is given JSON of another type",
                        "R-bad-value",
                        Written.value(
                                attribute(type), SAMPLES.get(json), type.right().get(0))));
        if (type.limited()) {
            derive(
                    way,
                    contract.attributes().length().code(),
                    of(type) + "one more than its length",
                    "a text has one character more than its attribute takes",
                    "",
                    Written.value(attribute(type).length(2), "\"ABC\"", "\"AB\""));
        }
        type.constraints().stream()
                .flatMap(name -> contract.attributes().constraint(name).stream())
                .forEach(constraint -> constrained(way, type, constraint));
    }

    /** The constraints that no value alone can break: what else is there, or is not, decides. */
    private void constrained(WriteOperation way, AttributeType type, AttributeConstraint constraint) {
        var attribute = attribute(type).constrained(constraint.name());
        var right = type.right().get(0);
        switch (constraint.name()) {
            case "required" -> {
                derive(
                        way,
                        constraint.code(),
                        of(type) + "required and null",
                        "a required attribute is null",
                        "",
                        Written.value(attribute, "null", right));
                if (way.writesAll()) {
                    derive(
                            way,
                            constraint.code(),
                            of(type) + "required and left out",
                            "a required attribute is left out",
                            "",
                            new Written(attribute, object(right), Optional.empty(), "{}", object(right)));
                }
            }
            case "unique" ->
                derive(
                        way,
                        constraint.code(),
                        type.name() + " unique and taken",
                        "another record holds the value of a unique attribute of type " + type.name(),
                        "",
                        new Written(
                                attribute,
                                object(another(type)),
                                Optional.of(object(right)),
                                object(right),
                                object(another(type))));
            case LOCALLY_UNIQUE ->
                derive(
                        way,
                        constraint.code(),
                        type.name() + " locally unique and twice",
                        "a locally unique value of type " + type.name() + " stands twice in one record",
                        "",
                        new Written(
                                Attribute.plural(LIST, attribute),
                                "{\"" + LIST + "\":[]}",
                                Optional.empty(),
                                list(right, right),
                                list(right, another(type))));
            default -> {
                // Which values break it is written down with it.
            }
        }
    }

    private void derive(
            WriteOperation way, ErrorCode code, String slug, String condition, String source, Written written) {
        var operation = contract.operations().find(way.operation()).orElseThrow();
        var builder = derive(code.code(), slug(slug), operation, condition, source);
        way.element().ifPresent(builder::inside);
        builder.given(tenant -> {
                    var type = tenant.types().create(written.attribute());
                    written.taken().ifPresent(taken -> type.entity(attributes(taken)));
                    return way.call(tenant, type, attributes(written.held()));
                })
                .drive((tenant, call) -> way.with(call, written.wrong()))
                .twin((tenant, call) -> way.with(call, written.right()));
    }

    /** An id in a record that exists points at an element of it: then it is no id for something new. */
    private static boolean possible(WriteOperation way, WrongValue wrong) {
        return way.makesNew() || wrong.code() != ErrorCode.ID_IN_NEW_RECORD.code();
    }

    private static Attribute attribute(AttributeType type) {
        return switch (type.format()) {
            case ATTRIBUTES -> Attribute.object(NAME, Attribute.string("part"));
            case ELEMENTS -> Attribute.plural(NAME, Attribute.string("part"));
            default -> Attribute.of(NAME, type.name());
        };
    }

    private static boolean isOf(JsonType json, WrongValue wrong) {
        return wrong.code() == ErrorCode.INVALID_JSON_TYPE.code()
                && Json.read(wrong.value())
                        .getNodeType()
                        .equals(Json.read(SAMPLES.get(json)).getNodeType());
    }

    /** A second right value. */
    private static String another(AttributeType type) {
        var first = Json.read(type.right().get(0));
        return type.right().stream()
                .filter(value -> !Json.read(value).equals(first))
                .findFirst()
                .orElse("null");
    }

    /** Text is the usual type, and its cases were named before the others had any. */
    private static String of(AttributeType type) {
        return type.name().equals(STRING) ? "" : type.name() + " ";
    }

    private static String object(String value) {
        return "{\"" + NAME + "\":" + value + "}";
    }

    private static String list(String... values) {
        return "{\"" + LIST + "\":["
                + String.join(
                        ",",
                        List.of(values).stream()
                                .map(AttributeRequirements::object)
                                .toList()) + "]}";
    }

    private static Map<String, Object> attributes(String json) {
        var attributes = new LinkedHashMap<String, Object>();
        Json.read(json).properties().forEach(member -> attributes.put(member.getKey(), member.getValue()));
        return attributes;
    }

    private static String words(String value) {
        return value.replaceAll("[^A-Za-z0-9]+", " ").strip();
    }
}
