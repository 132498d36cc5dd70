package io.regcontract.simulator.imports.load;

import io.regcontract.simulator.imports.file.ImportException;
import io.regcontract.simulator.imports.file.ImportFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Looks whether files are of an export that says of itself that it is not complete. What is there of it is well-formed
 * all the same, so that nothing else would tell.
 */
final class ExportLook {

    private static final String FILE = "export.json";
    private static final String FORMAT = "regcontract/twin-export/";

    private ExportLook() {}

    /** Notes each such export of which one of the files is. */
    static void note(Collection<Path> files, ImportNotes notes) {
        for (var state : states(files)) {
            try {
                var export = ImportFile.object(state);
                boolean isExport = export.path("format").asString("").startsWith(FORMAT);
                if (isExport && !export.path("complete").booleanValue(false)) {
                    notes.left(
                            state,
                            "rest of an export",
                            "it is not complete" + soFar(export)
                                    + ". This simulator has what is there; the same 'twin export' goes on with the"
                                    + " rest");
                }
            } catch (ImportException other) {
                // Something else that is called so.
            }
        }
    }

    /** The files of an export stand beside its state, or in a directory beside it. */
    private static Set<Path> states(Collection<Path> files) {
        var states = new LinkedHashSet<Path>();
        for (var file : files) {
            var beside = file.resolveSibling(FILE);
            if (Files.isRegularFile(beside)) {
                states.add(beside);
                continue;
            }
            var directory = file.getParent();
            if (directory != null && Files.isRegularFile(directory.resolveSibling(FILE))) {
                states.add(directory.resolveSibling(FILE));
            }
        }
        return states;
    }

    private static String soFar(ObjectNode export) {
        return export.path("types")
                .valueStream()
                .filter(type -> !type.path("complete").booleanValue(false))
                .map(type -> TypeImport.shown(type.path("name")) + " has "
                        + type.path("records").asLong(0) + " records so far")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), text -> text.isEmpty() ? "" : ": " + text));
    }
}
