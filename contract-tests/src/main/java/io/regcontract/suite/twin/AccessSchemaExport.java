package io.regcontract.suite.twin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Reads which attributes of a type each client may see and write. What is shown as the whole type is not noted: whether
 * somebody has set that, or nobody anything, no answer tells.
 */
final class AccessSchemaExport {

    private static final String OPERATION = "/entityType.getAccessSchema";
    private static final List<String> KINDS = List.of("read", "write", "read_with_token", "write_with_token");
    private static final Set<String> RESERVED = Set.of("id", "uuid", "created", "lastUpdated");
    private static final Set<String> WRITERS = Set.of("owner", "direct_access");

    private final TenantReader tenant;
    private final Supplier<JsonNode> clients;
    private final ExportState state;
    private final Consumer<String> progress;
    private boolean isShown = true;

    /** @param clients as clients/list names them */
    AccessSchemaExport(TenantReader tenant, Supplier<JsonNode> clients, ExportState state, Consumer<String> progress) {
        this.tenant = tenant;
        this.clients = clients;
        this.state = state;
        this.progress = progress;
    }

    /**
     * The attributes of a type that clients are limited to, by client and kind of access; empty where the service does
     * not show them, which is noted.
     *
     * @param schema the whole type
     */
    Optional<JsonNode> of(String type, JsonNode schema) {
        if (!isShown) {
            return Optional.empty();
        }
        try {
            var limits = limits(type, schema);
            progress.accept("access schemas of type " + type + ": " + limits.size());
            return Optional.of(limits);
        } catch (ExportException refused) {
            if (!refused.isAnError()) {
                throw refused;
            }
            isShown = false;
            state.left("access schemas", String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    private ArrayNode limits(String type, JsonNode schema) {
        var limits = TwinJson.object().putArray("accessSchemas");
        for (var client : clients.get()) {
            for (var kind : KINDS) {
                var id = client.path("client_id").asString("");
                var answer = tenant.ask(OPERATION, "type_name", type, "for_client_id", id, "access_type", kind);
                var seen = leaves(TwinExport.array(OPERATION, answer.path("schema"), "attr_defs"), "");
                var whole = schema.path("attr_defs");
                boolean isWhole = seen.containsAll(leaves(whole, ""));
                if (!isWhole && !isUsual(client, kind, seen)) {
                    var limit = limits.addObject();
                    limit.put("client_id", id);
                    limit.put("access_type", kind);
                    collect(whole, "", seen, limit.putArray("attributes"));
                }
            }
        }
        return limits;
    }

    /** A client that may not write records sees nothing to write, though nobody has limited it. */
    private static boolean isUsual(JsonNode client, String kind, Set<String> seen) {
        return seen.isEmpty()
                && kind.startsWith("write")
                && client.path("features").valueStream().noneMatch(feature -> WRITERS.contains(feature.asString("")));
    }

    /** The paths below which all is seen, an object before what is in it. */
    private static void collect(JsonNode definitions, String parent, Set<String> seen, ArrayNode paths) {
        for (var definition : own(definitions, parent)) {
            var path = path(definition, parent);
            var below = below(definition, path);
            if (seen.containsAll(below)) {
                paths.add(path);
            } else if (below.stream().anyMatch(seen::contains)) {
                collect(definition.path("attr_defs"), path, seen, paths);
            }
        }
    }

    private static Set<String> leaves(JsonNode definitions, String parent) {
        var leaves = new HashSet<String>();
        for (var definition : own(definitions, parent)) {
            leaves.addAll(below(definition, path(definition, parent)));
        }
        return leaves;
    }

    private static Set<String> below(JsonNode definition, String path) {
        var children = leaves(definition.path("attr_defs"), path);
        return children.isEmpty() ? Set.of(path) : children;
    }

    /** Without the attributes that are always seen: the reserved ones, and the ids of elements. */
    private static List<JsonNode> own(JsonNode definitions, String parent) {
        var own = new ArrayList<JsonNode>();
        for (var definition : definitions) {
            var name = definition.path("name").asString("");
            boolean isReserved = parent.isEmpty() && RESERVED.contains(name);
            boolean isElementId =
                    !parent.isEmpty() && definition.path("type").asString("").equals("id");
            if (!isReserved && !isElementId) {
                own.add(definition);
            }
        }
        return own;
    }

    private static String path(JsonNode definition, String parent) {
        return parent + "/" + definition.path("name").asString("");
    }
}
