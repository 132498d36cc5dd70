package io.regcontract.suite.twin;

import io.regcontract.suite.state.Json;
import io.regcontract.suite.twin.anonymise.FormatPermutation;
import io.regcontract.suite.twin.anonymise.PersonalAttributes;
import io.regcontract.suite.twin.anonymise.Pseudonyms;
import io.regcontract.suite.twin.anonymise.RecordAnonymiser;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a tenant, part after part, and goes on where an earlier export stopped. */
final class TwinExport {

    static final String SETTINGS = "settings.json";
    static final String CLIENTS = "clients.json";
    /** Keys whose values are secrets, by what settings of the service and of applications are called. */
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(secret|passw|token|credential|private|salt|(^|[_.-])(api)?key($|[_.-])|apikey).*");

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,127}");

    private final TenantReader tenant;
    private final ExportOptions options;
    private final ExportDirectory directory;
    private final ExportState state;
    private final Optional<String> marker;
    private final Function<String, Optional<JsonNode>> flows;
    private final Consumer<String> progress;
    private final AccessSchemaExport access;
    private Optional<JsonNode> clientList = Optional.empty();

    /**
     * @param marker the key of the setting that permits the suite to work there: who copies a tenant copies no
     *     permission
     * @param flows the document of a flow by its name, where the environment shows one
     * @param progress told of each part, a line each
     */
    TwinExport(
            TenantReader tenant,
            ExportOptions options,
            ExportDirectory directory,
            ExportState state,
            Optional<String> marker,
            Function<String, Optional<JsonNode>> flows,
            Consumer<String> progress) {
        this.tenant = tenant;
        this.options = options;
        this.directory = directory;
        this.state = state;
        this.marker = marker;
        this.flows = flows;
        this.progress = progress;
        this.access = new AccessSchemaExport(tenant, this::clientList, state, progress);
    }

    /**
     * Reads everything.
     *
     * @throws ExportException when it ends before; what was read stays
     */
    void run() {
        var names = typeNames();
        NotExported.note(state, options);
        state.save();
        names.forEach(this::type);
        if (options.has("settings") && !state.hasFile(SETTINGS)) {
            settings();
        }
        if (options.has("clients") && !state.hasFile(CLIENTS)) {
            clients();
        }
        if (options.has("flow")) {
            flow();
        }
        if (options.has("records")) {
            names.forEach(this::records);
        }
        state.complete();
    }

    private List<String> typeNames() {
        var there = array("/entityType.list", tenant.ask("/entityType.list"), "results")
                .valueStream()
                .map(name -> name.asString(""))
                .toList();
        for (var wanted : options.types()) {
            if (!there.contains(wanted)) {
                throw ExportException.refused("there is no entity type " + wanted);
            }
        }
        there.stream().filter(name -> !NAME.matcher(name).matches()).findFirst().ifPresent(odd -> {
            throw ExportException.interrupted("/entityType.list names a type that no file can be named after");
        });
        return options.types().isEmpty() ? there : options.types();
    }

    private static String typeFile(String name) {
        return "types/" + name + ".json";
    }

    private void type(String name) {
        if (state.hasFile(typeFile(name))) {
            return;
        }
        var answer = tenant.ask("/entityType", "type_name", name);
        var schema = answer.path("schema");
        if (!schema.path("attr_defs").isArray()) {
            throw ExportException.interrupted("/entityType was answered with no schema of " + name);
        }
        var file = TwinJson.object().put("stat", "ok");
        file.set("schema", schema);
        if (options.has("rules")) {
            file.set(
                    "properties",
                    array(
                            "/entityType.properties",
                            tenant.ask("/entityType.properties", "type_name", name),
                            "results"));
        }
        if (options.has("access") && options.has("clients")) {
            access.of(name, schema).ifPresent(limits -> file.set("accessSchemas", limits));
        }
        note(name, schema);
        state.write(typeFile(name), file);
        progress.accept("type " + name + ": " + schema.path("attr_defs").size() + " attributes at its top");
    }

    private JsonNode clientList() {
        if (clientList.isEmpty()) {
            clientList = Optional.of(array("/clients/list", tenant.ask("/clients/list"), "results"));
        }
        return clientList.orElseThrow();
    }

    /** What is replaced, and which texts are kept, so that both can be corrected. */
    private void note(String name, JsonNode schema) {
        if (!options.anonymise()) {
            return;
        }
        var personal = personal(name, schema);
        var type = state.type(name);
        var replaced = type.putArray("replaced");
        personal.replaced()
                .forEach(each ->
                        replaced.addObject().put("attribute", each.path()).put("why", each.why()));
        personal.kept().forEach(type.putArray("kept")::add);
    }

    private PersonalAttributes personal(String name, JsonNode schema) {
        try {
            return PersonalAttributes.of(schema, of(name, options.personal()), of(name, options.impersonal()));
        } catch (IllegalArgumentException unknown) {
            throw ExportException.refused("--personal or --not-personal: " + unknown.getMessage() + " of " + name);
        }
    }

    /** Paths of one type: those that name it, and those that name none. */
    private static List<String> of(String type, List<String> paths) {
        return paths.stream()
                .filter(path -> path.startsWith("/") || path.startsWith(type + ":"))
                .map(path -> path.substring(path.indexOf('/')))
                .toList();
    }

    private void settings() {
        var all = tenant.ask("/settings/get_all");
        var file = TwinJson.object().put("stat", "ok");
        file.set("default_settings", withoutSecrets("the application", all.path("default_settings")));
        var ofClients = file.putObject("client_settings");
        for (var client : all.path("client_settings").properties()) {
            ofClients.set(client.getKey(), withoutSecrets("client " + client.getKey(), client.getValue()));
        }
        state.write(SETTINGS, file);
        progress.accept("settings: " + file.path("default_settings").size() + " of the application, and those of "
                + ofClients.size() + " clients");
    }

    private ObjectNode withoutSecrets(String owner, JsonNode settings) {
        if (!settings.isObject()) {
            throw ExportException.interrupted("/settings/get_all was answered without the settings of " + owner);
        }
        var rest = (ObjectNode) settings.deepCopy();
        for (var key : List.copyOf(rest.propertyNames())) {
            if (SECRET.matcher(key).matches()) {
                rest.remove(key);
                state.left("setting " + key + " of " + owner, "it may be a secret");
            } else if (marker.filter(key::equals).isPresent()) {
                rest.remove(key);
                state.left(
                        "setting " + key + " of " + owner, "it permits the suite to work there, and a copy does not");
            }
        }
        return rest;
    }

    private void clients() {
        var file = TwinJson.object().put("stat", "ok");
        var list = file.putArray("results");
        for (var client : clientList()) {
            var shown = (ObjectNode) client.deepCopy();
            shown.remove("client_secret");
            list.add(shown);
        }
        state.left("secrets of clients", "no secret is written: a simulator makes new ones");
        state.write(CLIENTS, file);
        progress.accept("clients: " + list.size() + ", without their secrets");
    }

    private void flow() {
        var name = tenant.ask("/settings/get_default", "key", "default_flow_name")
                .path("result")
                .asString("");
        if (name.isEmpty() || name.equals("null")) {
            state.left("flow", "the setting default_flow_name names none");
            return;
        }
        if (!NAME.matcher(name).matches()) {
            state.left("flow", "no file can be named as the setting default_flow_name has it");
            return;
        }
        var file = "flows/" + name + ".json";
        if (state.hasFile(file)) {
            return;
        }
        flows.apply(name)
                .ifPresentOrElse(
                        flow -> {
                            state.write(file, flow);
                            progress.accept("flow " + name);
                        },
                        () -> {
                            state.left("flow " + name, "this API shows no flow: take it from where it is configured");
                            progress.accept(
                                    "flow " + name + ": this API shows none, take it from where it is configured");
                        });
    }

    private void records(String name) {
        var type = state.type(name);
        if (type.path("complete").booleanValue(false)) {
            return;
        }
        new RecordExport(tenant, options, directory, state, name, anonymiser(name)).run(progress);
    }

    private Optional<RecordAnonymiser> anonymiser(String name) {
        if (!options.anonymise()) {
            return Optional.empty();
        }
        var schema = TwinJson.read(directory.read(typeFile(name))).path("schema");
        var key = AnonymisingKey.in(directory);
        return Optional.of(new RecordAnonymiser(personal(name, schema), new Pseudonyms(new FormatPermutation(key))));
    }

    /** A list in an answer. */
    static JsonNode array(String operation, JsonNode answer, String member) {
        if (!answer.path(member).isArray()) {
            throw ExportException.interrupted(operation + " was answered without its " + member);
        }
        return answer.path(member);
    }

    /** A list as a parameter carries it. */
    static String list(String... texts) {
        return Json.of(List.of(texts));
    }
}
