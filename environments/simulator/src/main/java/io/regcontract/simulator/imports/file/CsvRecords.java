package io.regcontract.simulator.imports.file;

import io.regcontract.simulator.json.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Records as CSV with a header. Names of columns are paths with dots; elements of plurals have their number, from 0:
 * {@code primaryAddress.city}, {@code profiles.0.domain} or {@code profiles[0].domain}. An empty cell is no value.
 * Every value is a text: the reader of the records knows the types.
 */
public final class CsvRecords implements RecordSource {

    private static final int LONGEST_HEADER = 1 << 18;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY)
            .enable(CsvReadFeature.SKIP_EMPTY_LINES)
            .build();

    private final Path file;

    /** Records of a file that {@link #forEach} opens. */
    public CsvRecords(Path file) {
        this.file = file;
    }

    @Override
    public void forEach(Sink sink) {
        try (var stream = new BufferedInputStream(ImportFile.open(file), LONGEST_HEADER)) {
            var separator = separator(stream);
            try (MappingIterator<String[]> rows = MAPPER.readerFor(String[].class)
                    .with(CsvSchema.emptySchema().withColumnSeparator(separator))
                    .readValues(stream)) {
                hand(rows, sink);
            }
        } catch (JacksonException broken) {
            var location = broken.getLocation();
            throw ImportException.at(
                    file, "line " + (location == null ? 0 : location.getLineNr()), "this is not well-formed CSV");
        } catch (IOException unreadable) {
            throw ImportFile.unreadable(file, unreadable);
        }
    }

    private void hand(MappingIterator<String[]> rows, Sink sink) {
        if (!rows.hasNext()) {
            throw ImportException.in(file, "is empty: CSV needs a header");
        }
        var columns = columns(rows.next());
        for (long number = 1; rows.hasNext(); number++) {
            var row = rows.next();
            var place = "line " + rows.currentLocation().getLineNr() + ", record " + number;
            if (row.length != columns.size()) {
                throw ImportException.at(
                        file, place, "the header has " + columns.size() + " columns and this row " + row.length);
            }
            sink.take(record(columns, row), place);
        }
    }

    private List<List<String>> columns(String[] header) {
        var columns = new ArrayList<List<String>>();
        var seen = new HashSet<List<String>>();
        for (var name : header) {
            var steps = List.of(name.strip().replaceAll("\\[([0-9]+)]", ".$1").split("\\.", -1));
            boolean isPath = NAME.matcher(steps.get(0)).matches()
                    && steps.stream()
                            .allMatch(step -> NAME.matcher(step).matches()
                                    || NUMBER.matcher(step).matches());
            if (!isPath) {
                throw ImportException.at(file, "line 1", "\"" + shortened(name) + "\" is no path of an attribute");
            }
            if (!seen.add(steps)) {
                throw ImportException.at(file, "line 1", "there are two columns " + shortened(name));
            }
            columns.add(steps);
        }
        return columns;
    }

    private static ObjectNode record(List<List<String>> columns, String[] row) {
        var root = new TreeNode();
        for (int i = 0; i < row.length; i++) {
            if (!row[i].isEmpty()) {
                root.put(columns.get(i), row[i]);
            }
        }
        return (ObjectNode) root.json();
    }

    /** The character of the header that stands between its columns. */
    private static char separator(BufferedInputStream stream) throws IOException {
        stream.mark(LONGEST_HEADER);
        var first = new String(stream.readNBytes(LONGEST_HEADER - 1), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
        stream.reset();
        if (first.indexOf(',') >= 0) {
            return ',';
        }
        return first.indexOf(';') >= 0 ? ';' : first.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    /** A value, or what is below it. */
    private static final class TreeNode {

        private final Map<String, TreeNode> children = new LinkedHashMap<>();
        private String value = "";

        void put(List<String> steps, String text) {
            if (steps.isEmpty()) {
                value = text;
            } else {
                children.computeIfAbsent(steps.get(0), unused -> new TreeNode())
                        .put(steps.subList(1, steps.size()), text);
            }
        }

        JsonNode json() {
            if (children.isEmpty()) {
                return Json.text(value);
            }
            if (children.keySet().stream().allMatch(step -> NUMBER.matcher(step).matches())) {
                var inOrder = new TreeMap<Integer, TreeNode>();
                children.forEach((step, child) -> inOrder.put(Integer.parseInt(step), child));
                var list = Json.array();
                inOrder.values().forEach(child -> list.add(child.json()));
                return list;
            }
            var object = Json.object();
            children.forEach((step, child) -> object.set(step, child.json()));
            return object;
        }
    }
}
