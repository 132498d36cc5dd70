package io.regcontract.traffic.replay;

import io.regcontract.suite.call.Credential;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a recorded call needs that the recording does not make, so that a fresh application could not answer it as the tenant
 * did. Such a call is neither alike nor different.
 */
final class StateNeeds {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Errors that no request alone brings about: of the whole service, or by time. */
    private static final Map<Integer, String> OF_THE_SERVICE = Map.of(
            224, "a host that is home to no application",
            226, "a flow that is broken",
            300, "a fault of the storage",
            480, "operations that are switched off",
            500, "a failure inside the service",
            510, "more calls than are allowed",
            540, "a flow with a trigger, and an account that meets it");

    private static final Map<Integer, String> BY_TIME = Map.of(
            414, "an access token that has expired",
            415, "an authorization code that has expired or was used",
            416, "a verification code that has expired or was used",
            417, "a creation token that has expired");

    /** Errors that are found before what a request names is looked for, or because it is not there. */
    private static final Set<Integer> WITHOUT_STATE = Set.of(100, 200, 201, 205, 310, 402);

    private static final Set<Integer> OF_AN_ACCOUNT = Set.of(211, 213, 380, 413, 420);

    private static final List<String> GIVEN_BY_ANSWERS = List.of(
            "uuid",
            "id",
            "access_token",
            "token",
            "code",
            "refresh_token",
            "creation_token",
            "verification_code",
            "for_client_id",
            "client_id_for_deletion");

    private static final Set<String> LISTS = Set.of(
            "/entity.find",
            "/entity.count",
            "/clients/list",
            "/entityType.list",
            "/entityType.rules",
            "/entityType.properties");

    private final RecordedClients clients;
    private final ValueMap values;
    private final ReplayedWorld world;
    private final FreshSimulator simulator;

    StateNeeds(RecordedClients clients, ValueMap values, ReplayedWorld world, FreshSimulator simulator) {
        this.clients = clients;
        this.values = values;
        this.world = world;
        this.simulator = simulator;
    }

    /** What a call needs, in words that follow "needs"; empty where it can be repeated. */
    Optional<String> of(RecordedCall call) {
        if (call.answer().isEmpty()) {
            return Optional.of("an answer, and the recording has none or not all of it");
        }
        if (!call.exchange().body().isWhole()) {
            return Optional.of("all of its request, and the recording has not");
        }
        return List.<Function<RecordedCall, Optional<String>>>of(
                        this::service,
                        this::credentials,
                        this::named,
                        this::type,
                        this::attributes,
                        this::flow,
                        this::records,
                        this::settings,
                        this::lists)
                .stream()
                .flatMap(need -> need.apply(call).stream())
                .findFirst();
    }

    private Optional<String> service(RecordedCall call) {
        return Optional.ofNullable(OF_THE_SERVICE.get(call.code()));
    }

    private Optional<String> credentials(RecordedCall call) {
        var client = RecordedClients.of(call);
        if (call.code() == 403) {
            return client.filter(named -> values.wasAnswered(named.id())).isPresent()
                    ? Optional.empty()
                    : Optional.of("a client that lacks a right, which no call of the recording makes");
        }
        if (client.flatMap(named -> named.secret().filter(secret -> clients.leavesOpen(named.id(), secret)))
                        .filter(secret -> !values.knows(secret))
                        .isPresent()
                && !WITHOUT_STATE.contains(call.code())) {
            return Optional.of("a secret that is right or wrong, which no answer of the recording shows");
        }
        if (RecordedClients.isTakenOut(call) && (call.code() == 402 || call.code() == 205)) {
            return Optional.of("the credential, which was taken out of the recording, to know whether it was right");
        }
        if (RecordedClients.signer(call).isPresent() && (call.code() == 402 || call.code() == 205)) {
            return Optional.of("the secret of the signature, to know whether it was right");
        }
        return Optional.empty();
    }

    /** What a request names has to have come from an answer, unless the answer says that it is not there. */
    private Optional<String> named(RecordedCall call) {
        var expired = Optional.ofNullable(BY_TIME.get(call.code()));
        if (call.credentials().credential() instanceof Credential.OAuthHeader header) {
            var need = unknown(call, "access_token", header.token(), expired);
            if (need.isPresent()) {
                return need;
            }
        }
        for (var name : GIVEN_BY_ANSWERS) {
            var value = call.parameter(name);
            if (value.isPresent() && !(name.equals("for_client_id") && clients.knows(value.get()))) {
                var need = unknown(call, name, value.get(), expired);
                if (need.isPresent()) {
                    return need;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> unknown(RecordedCall call, String name, String value, Optional<String> expired) {
        if (values.knows(value)) {
            return Optional.empty();
        }
        if (values.wasAnswered(value)) {
            return Optional.of("the value of " + name + ", whose answer could not be repeated or came otherwise");
        }
        if (expired.isPresent()) {
            return expired;
        }
        return WITHOUT_STATE.contains(call.code())
                        || (call.answer().isPresent() && call.code() == 0 && !call.succeeded())
                ? Optional.empty()
                : Optional.of("the value of " + name + ", which no answer of the recording gave");
    }

    private Optional<String> type(RecordedCall call) {
        var type = call.parameter("type_name");
        if (type.filter(name -> name.contains("${")).isPresent()) {
            return Optional.of("the name of an entity type, part of which was taken out of the recording");
        }
        if (type.isEmpty() || call.code() == 222 || (WITHOUT_STATE.contains(call.code()) && call.code() != 310)) {
            return Optional.empty();
        }
        boolean there = simulator.types().contains(type.get());
        if (call.operation().equals("/entityType.create")) {
            return call.code() == 232 && !there
                    ? Optional.of("an entity type that the recording does not make")
                    : Optional.empty();
        }
        return there ? Optional.empty() : Optional.of("an entity type that the recording does not make");
    }

    private Optional<String> attributes(RecordedCall call) {
        var type = ReplayedWorld.type(call);
        if (!call.operation().startsWith("/entity.") || !simulator.types().contains(type)) {
            return Optional.empty();
        }
        var there = simulator.attributes(type);
        var missing = new TreeSet<>(namedAttributes(call));
        missing.removeAll(there);
        boolean unknown = call.code() == 223;
        if (unknown && missing.isEmpty() && !namedAttributes(call).isEmpty() && !nested(call)) {
            return Optional.of("an entity type without an attribute that a fresh application has");
        }
        return unknown || missing.isEmpty() || (WITHOUT_STATE.contains(call.code()) && call.code() != 200)
                ? Optional.empty()
                : Optional.of("attributes of the entity type " + type + " that a fresh application does not have");
    }

    private static Set<String> namedAttributes(RecordedCall call) {
        var names = new TreeSet<String>();
        call.parameter("attribute_name").map(StateNeeds::first).ifPresent(names::add);
        call.parameter("key_attribute").map(StateNeeds::first).ifPresent(names::add);
        var whole = call.parameter("attribute_name").isEmpty() ? call.parameter("value") : Optional.<String>empty();
        call.parameter("attributes").or(() -> whole).flatMap(StateNeeds::json).ifPresent(json -> add(json, names));
        call.parameter("all_attributes")
                .flatMap(StateNeeds::json)
                .ifPresent(all -> all.forEach(json -> add(json, names)));
        return names;
    }

    private static void add(JsonNode json, Set<String> names) {
        if (json.isObject()) {
            names.addAll(json.propertyNames());
        } else if (json.isArray()) {
            json.valueStream()
                    .filter(JsonNode::isString)
                    .map(name -> first(name.stringValue()))
                    .forEach(names::add);
        }
    }

    private static boolean nested(RecordedCall call) {
        return call.parameter("attributes")
                .or(() -> call.parameter("value"))
                .flatMap(StateNeeds::json)
                .filter(json -> json.valueStream().anyMatch(JsonNode::isContainer))
                .isPresent();
    }

    private static String first(String path) {
        return path.replaceFirst("^/", "").replaceFirst("[.#/\\[].*", "");
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    private Optional<String> flow(RecordedCall call) {
        if (!call.operation().startsWith("/oauth/") || !call.operation().contains("native")) {
            return Optional.empty();
        }
        var flows = simulator.flows();
        var flow = call.parameter("flow");
        var form = call.parameter("form");
        if (flow.filter(name -> !flows.containsKey(name)).isPresent()
                || form.filter(name -> flows.values().stream().noneMatch(forms -> forms.contains(name)))
                        .isPresent()) {
            return Optional.of("a flow of the tenant, with its forms");
        }
        return call.succeeded() && !call.operation().contains("register") && !world.madeRecords("user")
                ? Optional.of("a person who registered before the recording began")
                : Optional.empty();
    }

    private Optional<String> records(RecordedCall call) {
        var type = ReplayedWorld.type(call);
        var key = call.parameter("key_value").map(value -> value.replaceAll("^\"|\"$", ""));
        if (call.succeeded() && key.filter(value -> !world.wrote(type, value)).isPresent()) {
            return Optional.of("a record that the recording does not make");
        }
        if (call.code() == 361 && call.operation().equals("/entity.create") && !world.madeRecords(type)) {
            return Optional.of("a record that has the value already, which the recording does not make");
        }
        return OF_AN_ACCOUNT.contains(call.code())
                        && !call.parameters().values().values().stream()
                                .filter(value -> value.length() >= 5)
                                .anyMatch(value -> world.wrote("user", value) || values.knows(value))
                ? Optional.of("an account that the recording does not make")
                : Optional.empty();
    }

    private Optional<String> settings(RecordedCall call) {
        if (!call.operation().startsWith("/settings/") || !call.succeeded()) {
            return Optional.empty();
        }
        var result = call.json().map(json -> json.path("result"));
        boolean shows = result.filter(value -> !value.isNull()
                        && !value.isMissingNode()
                        && !value.isBoolean()
                        && !(value.isContainer() && value.isEmpty()))
                .isPresent();
        var made = call.parameter("key").map(world::madeSetting).orElseGet(world::madeSettings);
        return shows && !made && !call.operation().contains("set_")
                ? Optional.of("settings that the recording does not make")
                : Optional.empty();
    }

    private Optional<String> lists(RecordedCall call) {
        if (!LISTS.contains(call.operation()) || !call.succeeded()) {
            return Optional.empty();
        }
        boolean empty = call.json()
                .map(json -> json.path("results"))
                .filter(list -> list.isArray() && !list.isEmpty())
                .isEmpty();
        boolean made =
                switch (call.operation()) {
                    case "/clients/list" -> true;
                    case "/entity.find", "/entity.count" -> world.madeRecords(ReplayedWorld.type(call));
                    default -> true;
                };
        return empty || made ? Optional.empty() : Optional.of("records that the recording does not make");
    }
}
