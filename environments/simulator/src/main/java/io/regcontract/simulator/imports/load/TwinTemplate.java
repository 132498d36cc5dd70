package io.regcontract.simulator.imports.load;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.flow.Flow;
import io.regcontract.simulator.imports.ImportRequest;
import io.regcontract.simulator.imports.file.ImportException;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.EntityType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What every application of a twin begins with: types, the settings of the application, flows. Read once, so that a
 * file that changes meanwhile makes no two kinds of applications.
 */
final class TwinTemplate {

    private static final String FLOW_NAME = "default_flow_name";
    private static final String FLOW_VERSION = "default_flow_version";

    private final Map<Path, EntityType> types = new LinkedHashMap<>();
    private final List<AccessSchemaImport> accessSchemas = new ArrayList<>();
    private final List<SettingsImport> settings = new ArrayList<>();
    private final List<ClientsImport.Foreign> clients = new ArrayList<>();
    private final Map<Path, Flow> flows = new LinkedHashMap<>();

    /** @throws ImportException when a file cannot be used */
    TwinTemplate(ImportRequest request, ImportNotes notes) {
        for (var file : request.types()) {
            var type = TypeImport.read(file, notes);
            if (types.values().stream().anyMatch(other -> other.name().equals(type.name()))) {
                throw ImportException.in(file, "has the type " + type.name() + ", as another file has");
            }
            types.put(file, type);
            accessSchemas.add(AccessSchemaImport.read(file, type, notes));
        }
        request.settings().forEach(file -> settings.add(SettingsImport.read(file, notes)));
        request.clients().forEach(file -> clients.addAll(ClientsImport.read(file, notes)));
        request.flows().forEach(file -> flows.put(file, FlowImport.read(file, notes)));
    }

    List<EntityType> types() {
        return List.copyOf(types.values());
    }

    List<AccessSchemaImport> accessSchemas() {
        return accessSchemas;
    }

    List<SettingsImport> settings() {
        return settings;
    }

    List<ClientsImport.Foreign> clients() {
        return clients;
    }

    /**
     * Gives an application types, settings and flows.
     *
     * @param wanted the files whose content it gets
     * @throws ImportException when it has records of such a type already
     */
    void furnish(Application application, ImportNotes notes, Predicate<Path> wanted) {
        types.forEach((file, type) -> {
            if (wanted.test(file)) {
                addType(application, file, type, notes);
            }
        });
        flows.forEach((file, flow) -> {
            if (wanted.test(file)) {
                application.install(flow);
                notes.took(file, "flow " + flow.name(), 1);
                noteWrong(application, flow, file, notes);
            }
        });
        flows.entrySet().stream()
                .findFirst()
                .filter(first -> wanted.test(first.getKey()))
                .ifPresent(first -> {
                    application
                            .settings()
                            .setDefault(FLOW_NAME, first.getValue().name());
                    application
                            .settings()
                            .setDefault(FLOW_VERSION, first.getValue().version());
                });
        for (var each : settings) {
            if (wanted.test(each.file())) {
                each.defaults().forEach(application.settings()::setDefault);
                notes.took(
                        each.file(),
                        "settings of the application",
                        each.defaults().size());
                noteMissingFlow(application, each, notes);
            }
        }
        if (flows.isEmpty()) {
            types.forEach((file, type) -> {
                if (wanted.test(file)) {
                    adaptFlows(application, file, type, notes);
                }
            });
        }
    }

    private static void addType(Application application, Path file, EntityType type, ImportNotes notes) {
        var types = application.entityTypes();
        types.find(type.name()).ifPresent(there -> {
            long records = there.count();
            if (records > 0) {
                throw ImportException.in(
                        file,
                        "has the type " + type.name() + ", of which the application has " + records
                                + " records already; begin with another state file, and without --people");
            }
            types.delete(there.type());
        });
        types.addIfAbsent(type);
        notes.took(file, "attributes of type " + type.name(), attributes(type.own()));
        if (!type.rules().isEmpty()) {
            notes.took(file, "rules of type " + type.name(), type.rules().size());
        }
        if (!type.properties().isEmpty()) {
            notes.took(
                    file, "properties of type " + type.name(), type.properties().size());
        }
    }

    /** The flows of the simulator ask for attributes that another type need not have. */
    private static void adaptFlows(Application application, Path file, EntityType type, ImportNotes notes) {
        for (var name : application.flowNames()) {
            var flow = application.flow(name).orElseThrow();
            var fields = new LinkedHashMap<>(flow.fields());
            fields.values()
                    .removeIf(field -> flow.entityType().equals(type.name())
                            && field.attribute()
                                    .filter(path -> !has(type, path))
                                    .isPresent());
            if (fields.size() < flow.fields().size()) {
                var forms = new LinkedHashMap<String, Flow.Form>();
                flow.forms()
                        .forEach((form, was) -> forms.put(
                                form,
                                new Flow.Form(was.fields().stream()
                                        .filter(fields::containsKey)
                                        .toList())));
                application.install(new Flow(
                        flow.name(),
                        flow.version(),
                        flow.entityType(),
                        flow.locales(),
                        flow.tells(),
                        forms,
                        fields,
                        flow.triggers()));
                var gone = flow.fields().entrySet().stream()
                        .filter(field -> !fields.containsKey(field.getKey()))
                        .map(field -> field.getValue().attribute().orElseThrow())
                        .distinct()
                        .toList();
                notes.changed(
                        file,
                        "fields of the simulator's flow " + name,
                        "taken out, since type " + type.name() + " has no " + String.join(", ", gone),
                        flow.fields().size() - fields.size());
            }
        }
    }

    private static void noteWrong(Application application, Flow flow, Path file, ImportNotes notes) {
        var type = application.entityTypes().find(flow.entityType());
        if (type.isEmpty()) {
            notes.left(
                    file,
                    "flow " + flow.name(),
                    "every call of it fails: there is no type " + TypeImport.shown(Json.text(flow.entityType())));
            return;
        }
        flow.fields().forEach((name, field) -> field.attribute()
                .filter(path -> !has(type.get().type(), path))
                .ifPresent(path -> notes.left(
                        file,
                        "field " + name,
                        "forms with it fail: type " + flow.entityType() + " has no "
                                + TypeImport.shown(Json.text(path)))));
    }

    private static void noteMissingFlow(Application application, SettingsImport settings, ImportNotes notes) {
        var named = settings.defaults().get(FLOW_NAME);
        if (named != null && application.flow(named).isEmpty()) {
            notes.left(
                    settings.file(),
                    "flow " + TypeImport.shown(Json.text(named)),
                    "the setting " + FLOW_NAME + " names it, and it was not imported");
        }
    }

    private static boolean has(EntityType type, String path) {
        return AttributePath.parse(path).flatMap(type::find).isPresent();
    }

    private static long attributes(List<AttributeDefinition> definitions) {
        return definitions.stream()
                .mapToLong(definition -> 1 + attributes(definition.children()))
                .sum();
    }
}
