package io.regcontract.suite.derived;

import io.regcontract.contract.AttributeType;
import io.regcontract.contract.Contract;
import io.regcontract.contract.ErrorCode;
import io.regcontract.contract.Operation;
import io.regcontract.suite.exchange.Call;
import io.regcontract.suite.tenant.Attribute;
import io.regcontract.suite.tenant.EntityType;
import io.regcontract.suite.tenant.Json;
import io.regcontract.suite.tenant.Tenant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** 340-342, 360-363: each wrong value of each type of attribute and each constraint, through each operation that writes. */
final class AttributeRequirements extends DerivedFamily {

    private static final String NAME = "value";

    /** The ways in which a value of an attribute is written, each as the call that writes it. */
    private final List<Way> ways = List.of(
            new Way("/entity.create", (tenant, type, right) -> tenant.owner()
                    .call("/entity.create")
                    .with("type_name", type.name())),
            new Way("/entity.update", (tenant, type, right) -> tenant.owner()
                    .of("/entity.update", type.entity(NAME, right))),
            new Way("/entity.replace", (tenant, type, right) -> tenant.owner()
                    .of("/entity.replace", type.entity(NAME, right))));

    /** Makes the call, with a record that has a right value where the operation needs one. */
    @FunctionalInterface
    private interface Writing {
        Call call(Tenant tenant, EntityType type, JsonNode right);
    }

    private record Way(String operation, Writing writing) {}

    AttributeRequirements(Contract contract, Prototypes prototypes) {
        super(contract, prototypes);
        for (var way : ways) {
            var operation = contract.operations().find(way.operation()).orElseThrow();
            contract.attributes().types().stream()
                    .filter(AttributeType::declared)
                    .filter(type -> !type.wrong().isEmpty() && !type.right().isEmpty())
                    .filter(type ->
                            !type.name().equals("object") && !type.name().equals("plural"))
                    .forEach(type -> type(way, operation, type));
            contract.attributes().constraints().stream()
                    .filter(constraint -> !constraint.wrong().isEmpty())
                    .forEach(constraint -> {
                        for (var wrong : constraint.wrong()) {
                            values(
                                    way,
                                    operation,
                                    constraint.code().code(),
                                    constraint.name() + " " + words(wrong),
                                    constraint.name() + " does not allow the value",
                                    "",
                                    Attribute.string(NAME).constrained(constraint.name()),
                                    wrong,
                                    constraint.right().get(0));
                        }
                    });
            values(
                    way,
                    operation,
                    ErrorCode.LENGTH_VIOLATION.code(),
                    "one more than its length",
                    "a text has one character more than its attribute takes",
                    "",
                    Attribute.string(NAME).length(2),
                    "\"ABC\"",
                    "\"AB\"");
            values(
                    way,
                    operation,
                    ErrorCode.MISSING_REQUIRED_ATTRIBUTE.code(),
                    "required and null",
                    "a required attribute is null",
                    "",
                    Attribute.string(NAME).required(),
                    "null",
                    "\"AB\"");
        }
    }

    private void type(Way way, Operation operation, AttributeType type) {
        for (var wrong : type.wrong()) {
            values(
                    way,
                    operation,
                    wrong.code(),
                    type.name() + " " + wrong.because() + " " + words(wrong.value()),
                    "a value of type " + type.name() + " is wrong: " + wrong.because(),
                    wrong.source(),
                    Attribute.of(NAME, type.name()),
                    wrong.value(),
                    type.right().get(0));
        }
    }

    private void values(
            Way way,
            Operation operation,
            int code,
            String slug,
            String condition,
            String source,
            Attribute attribute,
            String wrong,
            String right) {
        derive(code, slug(slug), operation, condition, source)
                .given(tenant -> way.writing()
                        .call(tenant, tenant.typeWith(attribute), Json.read(right))
                        .with("attributes", "{\"" + NAME + "\":" + right + "}"))
                .drive((tenant, call) -> call.with("attributes", "{\"" + NAME + "\":" + wrong + "}"))
                .twin((tenant, call) -> call);
    }

    private static String words(String value) {
        return value.replaceAll("[^A-Za-z0-9]+", " ").strip();
    }
}
