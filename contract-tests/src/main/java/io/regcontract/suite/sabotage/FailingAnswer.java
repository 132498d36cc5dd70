package io.regcontract.suite.sabotage;

import io.regcontract.check.answer.Body;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.DocumentedError;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.databind.util.RawValue;

/**
 * A correct answer with a documented error, before it is damaged. Members keep their order, so a damage changes
 * nothing else.
 */
public final class FailingAnswer {

    static final String CODE = "code";
    static final String ERROR = "error";
    static final String DESCRIPTION = "error_description";
    static final String TOKEN = "request_token";
    static final String STAT = "stat";

    private static final JsonMapper JSON = new JsonMapper();

    private final RawResponse reply;
    private final ObjectNode root;
    private final String pointer;
    private final ObjectNode members;
    private final DocumentedError error;

    private FailingAnswer(
            RawResponse reply, ObjectNode root, String pointer, ObjectNode members, DocumentedError error) {
        this.reply = reply;
        this.root = root;
        this.pointer = pointer;
        this.members = members;
        this.error = error;
    }

    /** The failure that a reply is; empty if it is none or is not documented. */
    public static Optional<FailingAnswer> in(RawResponse reply, Contract contract) {
        return in(reply, contract, "");
    }

    /**
     * The failure in a reply.
     *
     * @param pointer where it stands, as a JSON pointer; empty when it is the answer
     */
    static Optional<FailingAnswer> in(RawResponse reply, Contract contract, String pointer) {
        if (!(reply.answer().json() instanceof Body.Json json
                && json.root() instanceof ObjectNode root
                && root.at(pointer) instanceof ObjectNode members
                && members.path(CODE).isInt())) {
            return Optional.empty();
        }
        return contract.find(members.path(CODE).intValue())
                .map(error -> new FailingAnswer(reply, root, pointer, members, error));
    }

    /** Whether it stands in a success. */
    boolean inASuccess() {
        return !pointer.isEmpty();
    }

    RawResponse reply() {
        return reply;
    }

    DocumentedError error() {
        return error;
    }

    /** The code that the answer bears. */
    public int code() {
        return error.code().code();
    }

    String text(String member) {
        return members.path(member).asString("");
    }

    /** The members it has beyond the envelope that the contract knows of its code. */
    Set<String> extraFields() {
        var fields = new TreeSet<>(error.extraFields().keySet());
        fields.retainAll(members.propertyNames());
        return fields;
    }

    boolean hasText(String member) {
        return members.path(member).isString();
    }

    RawResponse with(String member, String value) {
        return changed(copy -> copy.set(member, StringNode.valueOf(value)));
    }

    /** This answer with a member whose value is written to the body as it is. */
    RawResponse raw(String member, String json) {
        return changed(copy -> copy.putRawValue(member, new RawValue(json)));
    }

    RawResponse without(String member) {
        return changed(copy -> copy.remove(member));
    }

    /** This answer with a member renamed, in the same position. */
    RawResponse renamed(String member, String name) {
        var renamed = JSON.createObjectNode();
        members.properties()
                .forEach(entry -> renamed.set(entry.getKey().equals(member) ? name : entry.getKey(), entry.getValue()));
        return written(renamed);
    }

    RawResponse changed(Consumer<ObjectNode> change) {
        var copy = members.deepCopy();
        change.accept(copy);
        return written(copy);
    }

    /** This answer with something else in place of the error. */
    RawResponse replaced(JsonNode other) {
        return written(other);
    }

    private RawResponse written(JsonNode changed) {
        return reply.text(JSON.writeValueAsString(pointer.isEmpty() ? changed : whole(changed)));
    }

    private JsonNode whole(JsonNode changed) {
        var copy = root.deepCopy();
        var at = JsonPointer.compile(pointer);
        var parent = copy.at(at.head());
        var last = at.last();
        if (parent instanceof ArrayNode array) {
            array.set(last.getMatchingIndex(), changed);
        } else if (parent instanceof ObjectNode object) {
            object.set(last.getMatchingProperty(), changed);
        }
        return copy;
    }
}
