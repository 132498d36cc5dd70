package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.flow.Flow;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.schema.AttributePath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form of a flow, filled in.
 *
 * @param book the records that the flow is about
 * @param formName the form, as the call names it
 * @param fields the fields of the form by name
 * @param values what was sent for them
 */
record FormSubmission(
        Flow flow, RecordRepository book, String formName, Map<String, Flow.Field> fields, Map<String, String> values) {

    /**
     * What a call submits.
     *
     * @param usual the form that the operation is made for
     * @throws ApiErrorException 226 when flow, form, field or attribute do not fit together; 200 for a form that is
     *     not needed
     */
    static FormSubmission of(OperationCall call, String usual) {
        return of(call, usual, call.arguments().text("form"));
    }

    /**
     * What a call submits, by a form that it need not name.
     *
     * @param usual the form that the operation is made for
     * @throws ApiErrorException as {@link #of(OperationCall, String)}
     */
    static FormSubmission of(OperationCall call, String usual, String formName) {
        var flow = FlowArguments.flow(call);
        var book = FlowArguments.records(call, flow);
        var form = Optional.ofNullable(flow.forms().get(formName))
                .orElseThrow(() -> formName.equals(usual)
                        ? wrong(flow, "it has no form " + formName)
                        : ArgumentRules.invalid("form", "the flow has no such form"));
        var fields = new LinkedHashMap<String, Flow.Field>();
        var values = new LinkedHashMap<String, String>();
        for (var name : form.fields()) {
            var field = Optional.ofNullable(flow.fields().get(name))
                    .orElseThrow(
                            () -> wrong(flow, "form " + formName + " lists field " + name + ", which is not defined"));
            field.attribute().ifPresent(attribute -> checkAttribute(flow, book, name, attribute));
            if (!Flow.Field.TYPES.contains(field.type())) {
                throw wrong(flow, "field " + name + " is of type " + field.type() + ", which there is not");
            }
            fields.put(name, field);
            var sent = field.type().equals(DateSelect.TYPE)
                    ? DateSelect.sent(call.arguments(), name)
                    : call.arguments().field(name);
            sent.ifPresent(value -> values.put(name, value));
        }
        call.arguments().formIsRead();
        return new FormSubmission(flow, book, formName, fields, values);
    }

    /** The refusal of a flow that is wrong in itself. */
    static ApiErrorException wrong(Flow flow, String fault) {
        return SimulatedErrorCode.FLOW_ERROR.because("flow " + flow.name() + " is misconfigured: " + fault);
    }

    /**
     * The refusal of what was filled in, for the form as a whole. The form is named where clients know the code to
     * do so: 212 and 390.
     */
    ApiErrorException refused(SimulatedErrorCode code, String message) {
        if (code != SimulatedErrorCode.NO_SUCH_ACCOUNT && code != SimulatedErrorCode.INVALID_FORM_FIELDS) {
            return code.because(message);
        }
        var invalid = Json.object();
        invalid.putArray(formName).add(message);
        return code.because(message).with("invalid_fields", invalid);
    }

    /** The name of the field of that type. 226 when the form has none. */
    String fieldOfType(String type) {
        return fields.entrySet().stream()
                .filter(field -> field.getValue().type().equals(type)
                        && field.getValue().attribute().isPresent())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> wrong(flow, "form " + formName + " has no field of type " + type));
    }

    /** The path of the attribute that a field is about. */
    AttributePath attribute(String field) {
        return Optional.ofNullable(fields.get(field))
                .flatMap(Flow.Field::attribute)
                .flatMap(AttributePath::parse)
                .orElseThrow(() -> wrong(flow, "field " + field + " is about no attribute"));
    }

    String value(String field) {
        return values.getOrDefault(field, "");
    }

    /**
     * What was filled in, as attributes of a record; an emptied field becomes null. A checkbox is never left out:
     * browsers send those that are checked and keep silent about the others, and so the vendor's page has it.
     */
    ObjectNode attributes() {
        var attributes = Json.object();
        fields.forEach((name, field) -> {
            boolean counts = values.containsKey(name) || field.type().equals("checkbox");
            if (field.attribute().isPresent() && counts && !FormRules.isCompared(name)) {
                put(attributes, attribute(name), valueOf(name, field));
            }
        });
        return attributes;
    }

    private JsonNode valueOf(String name, Flow.Field field) {
        if (field.type().equals("checkbox")) {
            return BooleanNode.valueOf(values.containsKey(name));
        }
        return value(name).isEmpty() ? Json.nothing() : Json.text(value(name));
    }

    /** The field that is about an attribute, if the form has one. */
    Optional<String> fieldAbout(String attribute) {
        return fields.entrySet().stream()
                .filter(field -> field.getValue().attribute().isPresent()
                        && attribute(field.getKey()).toString().equals(attribute))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static void put(ObjectNode attributes, AttributePath path, JsonNode value) {
        var parent = attributes;
        for (var step : path.steps().subList(0, path.steps().size() - 1)) {
            parent = parent.path(step.name()).isObject()
                    ? (ObjectNode) parent.path(step.name())
                    : parent.putObject(step.name());
        }
        parent.set(path.last().name(), value);
    }

    private static void checkAttribute(Flow flow, RecordRepository book, String field, String attribute) {
        if (AttributePath.parse(attribute).flatMap(book.type()::find).isEmpty()) {
            throw wrong(
                    flow,
                    "field " + field + " is about attribute " + attribute + ", which entity type "
                            + book.type().name() + " does not have");
        }
    }
}
