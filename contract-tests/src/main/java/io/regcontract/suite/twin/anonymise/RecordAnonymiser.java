package io.regcontract.suite.twin.anonymise;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Replaces the personal attributes of records. Beside them, every text that is an e-mail address, or the
 * address of a page or picture at a provider, is replaced wherever it stands, so that a user name that is one gives
 * nobody away.
 */
public final class RecordAnonymiser {

    private final PersonalAttributes attributes;
    private final Pseudonyms pseudonyms;

    /** Replaces what the attributes name. */
    public RecordAnonymiser(PersonalAttributes attributes, Pseudonyms pseudonyms) {
        this.attributes = attributes;
        this.pseudonyms = pseudonyms;
    }

    /** Changes a record. */
    public void anonymise(ObjectNode record) {
        members(record, "");
    }

    private void members(ObjectNode object, String parent) {
        for (var member : object.properties()) {
            member.setValue(value(member.getValue(), parent + "/" + member.getKey()));
        }
    }

    private JsonNode value(JsonNode value, String path) {
        var personal = attributes.at(path);
        if (personal.isPresent()) {
            if (personal.get().why().equals(PersonalWords.TAKEN_OUT)) {
                return NullNode.getInstance();
            }
            return switch (personal.get().type()) {
                case "ipAddress" ->
                    value.isString() ? StringNode.valueOf(pseudonyms.address(value.stringValue())) : value;
                case "json" -> everything(value);
                case "date", "dateTime" ->
                    value.isString() ? StringNode.valueOf(pseudonyms.date(value.stringValue())) : value;
                default -> replaced(value);
            };
        }
        if (value instanceof ObjectNode object) {
            members(object, path);
        } else if (value instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, value(list.get(i), path));
            }
        } else if (value.isString() && Pseudonyms.isPersonal(value.stringValue())) {
            return replaced(value);
        }
        return value;
    }

    /** Every text below a value: what a provider says of a person has no schema. */
    private JsonNode everything(JsonNode value) {
        if (value instanceof ObjectNode object) {
            for (var member : object.properties()) {
                member.setValue(everything(member.getValue()));
            }
            return object;
        }
        if (value instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, everything(list.get(i)));
            }
            return list;
        }
        return replaced(value);
    }

    private JsonNode replaced(JsonNode value) {
        if (value.isString()) {
            return StringNode.valueOf(pseudonyms.of(value.stringValue()));
        }
        if (value.isIntegralNumber()) {
            return number(value);
        }
        return value.isNumber() ? decimal(value) : value;
    }

    /** Without its sign and its first digit, which stay. */
    private JsonNode decimal(JsonNode value) {
        var digits = value.decimalValue().toPlainString();
        var first = digits.startsWith("-") ? 2 : 1;
        return DecimalNode.valueOf(new BigDecimal(digits.substring(0, first) + pseudonyms.of(digits.substring(first))));
    }

    /** The first digit stays, so that the number keeps its length. */
    private JsonNode number(JsonNode value) {
        var digits = value.bigIntegerValue().toString();
        var first = digits.startsWith("-") ? 2 : 1;
        var changed = digits.substring(0, first) + pseudonyms.of(digits.substring(first));
        var number = new BigDecimal(changed);
        return number.precision() <= 18
                ? LongNode.valueOf(number.longValueExact())
                : BigIntegerNode.valueOf(number.toBigIntegerExact());
    }
}
