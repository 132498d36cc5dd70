package io.regcontract.simulator.drill;

import io.regcontract.simulator.filter.FilterParser;
import io.regcontract.simulator.filter.FilterSyntaxException;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The attributes that a call names, in arguments of their own or by writing values to them. */
public final class CalledAttributes {

    private CalledAttributes() {}

    /** Paths of all attributes that a call names, whether they exist or not; filters are not looked into. */
    public static List<AttributePath> of(IncomingCall call) {
        return Stream.of(
                        call.argument("attribute_name").stream(),
                        call.argument("source_name").stream(),
                        call.argument("attribute_name").isPresent()
                                ? Stream.<String>empty()
                                : Stream.of("attributes", "value", "all_attributes", "sort_on")
                                        .flatMap(argument -> json(call, argument).stream())
                                        .flatMap(CalledAttributes::names),
                        call
                                .argument("verification_code")
                                .flatMap(call.application().tokens()::verificationCode)
                                .map(code -> code.attribute())
                                .stream(),
                        call.argument("key_attribute").stream())
                .flatMap(names -> names)
                .flatMap(name -> AttributePath.parse(name).stream())
                .toList();
    }

    /** Paths of the attributes that the filter of a call asks about; none when it has no filter, or one that is none. */
    public static List<AttributePath> ofFilter(IncomingCall call, EntityType type) {
        var asked = new ArrayList<AttributePath>();
        try {
            call.argument("filter")
                    .ifPresent(filter ->
                            FilterParser.parse(filter, type, call.application().now(), asked::add, () -> {}));
        } catch (FilterSyntaxException meaningless) {
            asked.clear();
        }
        return List.copyOf(asked);
    }

    /** The JSON of an argument, when it is sent and is JSON. */
    public static Optional<JsonNode> json(IncomingCall call, String argument) {
        return call.argument(argument).flatMap(text -> {
            try {
                return Optional.of(Json.read(text));
            } catch (JacksonException notJson) {
                return Optional.empty();
            }
        });
    }

    /** Of an object the names of its members, of a list what it names or what the objects in it do. */
    private static Stream<String> names(JsonNode value) {
        if (value.isObject()) {
            return value.propertyNames().stream();
        }
        return value.values().stream()
                .flatMap(each -> each.isString() ? Stream.of(withoutSign(each.stringValue())) : members(each));
    }

    private static Stream<String> members(JsonNode value) {
        return value.isObject() ? value.propertyNames().stream() : Stream.empty();
    }

    /** An order that descends is written with a minus before the name. */
    private static String withoutSign(String name) {
        return name.startsWith("-") ? name.substring(1) : name;
    }
}
