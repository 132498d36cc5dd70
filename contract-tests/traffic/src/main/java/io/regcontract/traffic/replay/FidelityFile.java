package io.regcontract.traffic.replay;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code fidelity.json}, in the format {@code regcontract/fidelity/1}. It has names and types, and no values of people. */
public final class FidelityFile {

    /** Its name, in whatever directory it is written to. */
    public static final String NAME = "fidelity.json";

    private static final int MOST_DIFFERENCES = 1_000;
    private static final double TEN_THOUSAND = 10_000;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private FidelityFile() {}

    /** The whole file. */
    public static String text(Fidelity fidelity) {
        return JSON.writeValueAsString(json(fidelity)) + "\n";
    }

    static ObjectNode json(Fidelity fidelity) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("format", "regcontract/fidelity/1")
                .put("against", "simulator")
                .put("dialect", fidelity.dialect());
        var files = json.putArray("files");
        fidelity.files().forEach(files::add);
        json.put("exchanges", fidelity.exchanges())
                .put("foreign", fidelity.foreign())
                .put("alike", fidelity.alike())
                .put("different", fidelity.different())
                .put("notReplayed", fidelity.notReplayed());
        fidelity.share().ifPresent(share -> json.put("share", Math.floor(share * TEN_THOUSAND) / TEN_THOUSAND));
        var operations = json.putArray("operations");
        fidelity.rows().forEach(row -> operations
                .addObject()
                .put("operation", row.operation())
                .put("answered", row.answered())
                .put("alike", row.alike())
                .put("different", row.different())
                .put("notReplayed", row.notReplayed()));
        var needs = json.putArray("needs");
        fidelity.needs().forEach(need -> needs.addObject()
                .put("needs", need.sentence())
                .put("count", need.count())
                .put("first", need.first()));
        var differences = json.putArray("differences");
        long total = 0;
        for (var call : fidelity.calls()) {
            for (var difference : call.differences()) {
                if (total++ < MOST_DIFFERENCES) {
                    differences
                            .addObject()
                            .put("place", call.place())
                            .put("operation", call.operation())
                            .put("answered", call.answered())
                            .put("pointer", difference.pointer())
                            .put("recorded", difference.recorded())
                            .put("replayed", difference.replayed());
                }
            }
        }
        json.put("differencesTotal", total);
        var incomplete = json.putArray("incomplete");
        fidelity.incomplete().forEach(incomplete::add);
        return json;
    }
}
