package io.regcontract.simulator.imports.load;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.client.AccessType;
import io.regcontract.simulator.imports.file.ImportException;
import io.regcontract.simulator.imports.file.ImportFile;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.EntityType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Which attributes of a type clients may see and write, under {@code accessSchemas} beside its schema. No answer of the
 * API holds them all: an export puts them together.
 */
final class AccessSchemaImport {

    private static final String KEY = "accessSchemas";

    private final Path file;
    private final String typeName;
    private final List<Limit> limits;

    /** What one client is limited to. */
    private record Limit(String client, AccessType access, List<String> attributes) {}

    private AccessSchemaImport(Path file, String typeName, List<Limit> limits) {
        this.file = file;
        this.typeName = typeName;
        this.limits = limits;
    }

    /**
     * Reads the file of a type.
     *
     * @throws ImportException when what it holds there is no list
     */
    static AccessSchemaImport read(Path file, EntityType type, ImportNotes notes) {
        var listed = ImportFile.object(file).path(KEY);
        if (!listed.isMissingNode() && !(listed instanceof ArrayNode)) {
            throw ImportException.at(file, "key " + KEY, "access schemas must be a JSON array");
        }
        var limits = new ArrayList<Limit>();
        for (var each : listed.values()) {
            var client = each.path("client_id").stringValue("");
            var access = AccessType.named(each.path("access_type").stringValue(""));
            // Without its list, a client would be limited to nothing.
            if (client.isEmpty() || !each.path("attributes").isArray()) {
                throw ImportException.at(file, "key " + KEY, "an access schema needs a client_id and attributes");
            }
            if (access.isEmpty()) {
                throw ImportException.at(
                        file,
                        "key " + KEY,
                        "the access_type of client " + TypeImport.shown(Json.text(client))
                                + " must be read, write, read_with_token or write_with_token");
            }
            limits.add(new Limit(client, access.get(), attributes(file, client, each.path("attributes"), type, notes)));
        }
        return new AccessSchemaImport(file, type.name(), limits);
    }

    private static List<String> attributes(
            Path file, String client, JsonNode paths, EntityType type, ImportNotes notes) {
        var known = new ArrayList<String>();
        for (var path : paths.values()) {
            var text = path.stringValue("");
            AttributePath.parse(text)
                    .filter(parsed -> type.find(parsed).isPresent())
                    .ifPresentOrElse(
                            parsed -> known.add(parsed.withoutIds()),
                            () -> notes.left(
                                    file,
                                    "access schema of client " + TypeImport.shown(Json.text(client)),
                                    "there is no attribute " + TypeImport.shown(path)));
        }
        return known;
    }

    Path file() {
        return file;
    }

    /** Limits the clients that are there. */
    void into(Application application, ImportNotes notes) {
        for (var limit : limits) {
            var client = application.clients().find(limit.client());
            client.ifPresentOrElse(
                    there -> {
                        application.accessSchemas().set(typeName, there, limit.access(), limit.attributes());
                        notes.took(file, "access schemas of type " + typeName, 1);
                    },
                    () -> notes.left(
                            file,
                            "access schemas of client " + TypeImport.shown(Json.text(limit.client())),
                            "there is no such client"));
        }
    }
}
