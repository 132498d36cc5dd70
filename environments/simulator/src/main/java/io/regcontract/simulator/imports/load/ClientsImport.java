package io.regcontract.simulator.imports.load;

import io.regcontract.simulator.client.AllowList;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.imports.file.ImportException;
import io.regcontract.simulator.imports.file.JsonRecords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The clients in an answer of clients/list, or behind each other. */
final class ClientsImport {

    private static final Pattern ID = Pattern.compile("[^\\s:\\p{Cntrl}]{1,200}");

    private ClientsImport() {}

    /**
     * A client from elsewhere.
     *
     * @param secret empty when the file does not know it
     */
    record Foreign(
            Path file,
            String id,
            Optional<String> secret,
            String description,
            List<Feature> features,
            List<String> allowList) {}

    /**
     * Reads a file.
     *
     * @throws ImportException when it holds no clients
     */
    static List<Foreign> read(Path file, ImportNotes notes) {
        var clients = new ArrayList<Foreign>();
        var ids = new HashSet<String>();
        new JsonRecords(file).forEach((json, place) -> {
            var id = json.path("client_id").stringValue("");
            if (!ID.matcher(id).matches()) {
                throw ImportException.at(file, place, "a client needs a client_id without blanks and colons");
            }
            if (!ids.add(id)) {
                throw ImportException.at(file, place, "another client has the client_id " + id + " already");
            }
            var secret = json.path("client_secret").stringValue("");
            clients.add(new Foreign(
                    file,
                    id,
                    Optional.of(secret).filter(text -> !text.isBlank()),
                    json.path("description").stringValue(""),
                    features(file, id, json.path("features"), notes),
                    allowList(file, id, json.path("whitelist"), notes)));
        });
        return clients;
    }

    private static List<Feature> features(Path file, String id, JsonNode names, ImportNotes notes) {
        var features = new ArrayList<Feature>();
        for (var name : names.values()) {
            var known = Feature.named(name.stringValue(""));
            known.ifPresentOrElse(
                    features::add,
                    () -> notes.left(file, "client " + id, "the feature " + TypeImport.shown(name) + " is not known"));
        }
        return features;
    }

    private static List<String> allowList(Path file, String id, JsonNode blocks, ImportNotes notes) {
        if (blocks.isMissingNode() || blocks.isNull()) {
            return AllowList.EVERYWHERE;
        }
        var known = new ArrayList<String>();
        for (var block : blocks.values()) {
            var text = block.stringValue("");
            if (AllowList.faultOf(text).isEmpty()) {
                known.add(text);
            } else {
                notes.left(file, "client " + id, "the block of its allow list is none: " + TypeImport.shown(block));
            }
        }
        return known;
    }
}
