package io.regcontract.suite.ledger;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.ledger.Ledger.Entry;
import io.regcontract.suite.transport.CallBlockedException;
import io.regcontract.suite.transport.LenientCode;
import io.regcontract.suite.transport.ServiceClient;
import io.regcontract.suite.transport.TransportException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Removes resources and verifies the removal where the service does not confirm it. Continues after failures; stops
 * waiting after several calls without an answer.
 */
final class ResourceRemover {

    /** After this many calls in a row without an answer, the remaining resources are not tried. */
    private static final int SILENT_IN_A_ROW = 5;

    /** The codes for a record, a type and an attribute that do not exist any more. */
    private static final Set<Integer> GONE = Set.of(310, 222, 223);

    private static final JsonMapper JSON = new JsonMapper();

    private final ServiceClient http;
    private final Credential owner;
    private final ControlledRemoval controlled;

    /**
     * @param http way to the service, without a budget and without bookkeeping
     * @param owner the client with the owner feature
     */
    ResourceRemover(ServiceClient http, Credential owner) {
        this(http, owner, ControlledRemoval.NONE);
    }

    /** @param controlled removes what operations out of scope would remove */
    ResourceRemover(ServiceClient http, Credential owner, ControlledRemoval controlled) {
        this.http = http;
        this.owner = owner;
        this.controlled = controlled;
    }

    /**
     * Removes things, the last that was made first.
     *
     * @param gone told of each that is not there any more
     * @return what is still there, or may be
     */
    List<LeftoverResource> all(Collection<Entry> entries, Consumer<Entry> gone) {
        var leftovers = new LinkedHashMap<Entry, String>();
        var silent = 0;
        var reversed = new ArrayDeque<Entry>();
        entries.forEach(reversed::push);
        for (var entry : reversed) {
            if (silent >= SILENT_IN_A_ROW) {
                leftovers.put(entry, "not tried: the service did not answer " + SILENT_IN_A_ROW + " times in a row");
                continue;
            }
            try {
                remove(entry).ifPresentOrElse(why -> leftovers.put(entry, why), () -> gone.accept(entry));
                silent = 0;
            } catch (TransportException e) {
                silent++;
                leftovers.put(entry, String.valueOf(e.getMessage()));
            } catch (CallBlockedException e) {
                leftovers.put(entry, String.valueOf(e.getMessage()));
            }
        }
        return leftovers.entrySet().stream()
                .map(left -> new LeftoverResource(
                        left.getKey().thing()
                                + left.getKey().id().map(id -> " (" + id + ")").orElse(""),
                        left.getValue()))
                .toList();
    }

    /** Why a resource is still there; empty if it is removed. */
    private Optional<String> remove(Entry entry) {
        var thing = entry.thing();
        var operation =
                switch (thing.sort()) {
                    case CLIENT -> "/clients/delete";
                    case ENTITY_TYPE -> "/entityType.delete";
                    case RECORD -> "/entity.delete";
                    default -> "/";
                };
        if (!operation.equals("/") && controlled.insteadOf(operation)) {
            return controlled.remove(entry);
        }
        return switch (thing.sort()) {
            case CLIENT -> client(entry);
            case ENTITY_TYPE -> type(thing.name());
            case RECORD -> record(entry);
            case SETTING ->
                removed(call("/settings/delete").with("key", thing.name()).with("for_client_id", thing.within()));
            case DEFAULT_SETTING -> removed(call("/settings/delete_default").with("key", thing.name()));
            case ATTRIBUTE ->
                removed(call("/entityType.removeAttribute")
                        .with("type_name", thing.within())
                        .with("attribute_name", thing.name()));
        };
    }

    private Optional<String> client(Entry entry) {
        var ids = entry.id().map(List::of).orElseGet(() -> clients().entrySet().stream()
                .filter(client -> client.getValue().equals(entry.thing().name()))
                .map(Map.Entry::getKey)
                .toList());
        for (var id : ids) {
            var why = removed(call("/clients/delete").with("client_id_for_deletion", id));
            if (why.isPresent() && clients().containsKey(id)) {
                return why;
            }
        }
        return Optional.empty();
    }

    /** Descriptions of all clients by their ids. */
    Map<String, String> clients() {
        return results(call("/clients/list"))
                .collect(Collectors.toMap(
                        client -> client.path("client_id").asString(""),
                        client -> client.path("description").asString("")));
    }

    private Optional<String> type(String name) {
        var why = removed(call("/entityType.delete").with("type_name", name).with("commit", "true"));
        return why.isPresent() && types().contains(name) ? why : Optional.empty();
    }

    /** The names of all entity types. */
    List<String> types() {
        return results(call("/entityType.list")).map(type -> type.asString("")).toList();
    }

    private Optional<String> record(Entry entry) {
        var thing = entry.thing();
        if (entry.id().isEmpty() && thing.name().isEmpty()) {
            return Optional.of("the service did not say what it called it, and it has no address to find it by");
        }
        var type = call("/entity.delete").with("type_name", thing.within());
        var answer = send(
                entry.id().isPresent()
                        ? type.with("uuid", entry.id().get())
                        : type.with("key_attribute", "email").with("key_value", JSON.writeValueAsString(thing.name())));
        return reasonLeft(answer);
    }

    /** The addresses of records of a type that begin with a prefix, by uuid. */
    Map<String, String> records(String type, String prefix) {
        // There is no operator for "begins with"; between the prefix and its successor stands what begins with it.
        var next = prefix.substring(0, prefix.length() - 1) + (char) (prefix.charAt(prefix.length() - 1) + 1);
        return results(call("/entity.find")
                        .with("type_name", type)
                        .with("filter", "email >= '" + prefix + "' and email < '" + next + "'")
                        .with("attributes", "[\"uuid\",\"email\"]")
                        .with("max_results", "10000"))
                .filter(record -> record.path("email").asString("").startsWith(prefix))
                .collect(Collectors.toMap(record -> record.path("uuid").asString(""), record -> record.path("email")
                        .asString("")));
    }

    /** The keys of the application's settings. */
    List<String> defaultSettings() {
        return listed(call("/settings/default_keys"), "result")
                .map(key -> key.asString(""))
                .toList();
    }

    /** The value of a setting of the owner client or of the application. */
    Optional<String> setting(String key) {
        var answer = send(call("/settings/get").with("key", key));
        if (!answer.isSuccess()) {
            throw new TransportException("the setting " + key + " cannot be read: " + describe(answer));
        }
        return answer.text("result").filter(value -> !value.isEmpty());
    }

    private Optional<String> removed(Call call) {
        return reasonLeft(send(call));
    }

    private static Optional<String> reasonLeft(Answer answer) {
        return answer.isSuccess() || GONE.contains(LenientCode.of(answer))
                ? Optional.empty()
                : Optional.of(describe(answer));
    }

    private Stream<JsonNode> results(Call call) {
        return listed(call, "results");
    }

    private Stream<JsonNode> listed(Call call, String member) {
        var answer = send(call);
        if (answer.json() instanceof Body.Json json && json.root().path(member).isArray()) {
            return json.root().path(member).valueStream();
        }
        throw new TransportException(
                "what is there cannot be listed: " + call.operation() + " answers " + describe(answer));
    }

    private Call call(String operation) {
        return Call.to(operation, owner);
    }

    private Answer send(Call call) {
        return http.send(call, Exchange.Role.SET_UP, exchange -> {}).answer();
    }

    private static String describe(Answer answer) {
        return ServiceText.bounded(
                answer.json() instanceof Body.Json json && json.root().has("code")
                        ? "the service answers " + LenientCode.of(answer) + " "
                                + answer.text("error").orElse("") + ": "
                                + answer.text("error_description").orElse("")
                        : "the service answers HTTP " + answer.status());
    }
}
