package io.regcontract.traffic.cli;

import io.regcontract.contract.text.ServiceText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What files are called in reports. */
final class FileNames {

    private FileNames() {}

    /** A name for each file: as short as tells it from the others. */
    static Map<Path, String> of(List<Path> files) {
        var names = new LinkedHashMap<Path, String>();
        for (var file : files) {
            var name = String.valueOf(file.getFileName());
            for (int parts = 2; isTaken(name, file, files) && parts <= file.getNameCount(); parts++) {
                name = file.subpath(file.getNameCount() - parts, file.getNameCount())
                        .toString();
            }
            names.put(file, ServiceText.bounded(name));
        }
        return names;
    }

    private static boolean isTaken(String name, Path file, List<Path> files) {
        return files.stream().anyMatch(other -> !other.equals(file) && other.endsWith(name));
    }
}
