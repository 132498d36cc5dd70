package io.regcontract.simulator.store.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.store.backend.OrderedTables;
import io.regcontract.simulator.store.backend.TableKey;
import io.regcontract.simulator.store.file.StateFile;
import io.regcontract.simulator.store.indexed.IndexRule;
import io.regcontract.simulator.store.indexed.KeyRange;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that is made while what others have changed is on its way into the backend. */
class IndexUnderWayTest {

    private static final Map<String, IndexRule<String>> INDEX =
            Map.of("/value", new IndexRule<>("1", value -> List.of("v" + value)));

    @TempDir
    private Path directory;

    private final List<TableKey> pending = new ArrayList<>();

    @Test
    void hasTheEntriesOfWhatIsWrittenMeanwhile() {
        assertThat(entriesWhen("old", "new")).containsExactly("vnew k");
    }

    @Test
    void hasTheEntriesOfTheFirstValueThatIsWrittenMeanwhile() {
        assertThat(entriesWhen("", "new")).containsExactly("vnew k");
    }

    /** Entries of an index, when the batch of a change is written after the values for the index were read. */
    private List<String> entriesWhen(String before, String after) {
        try (var file = StateFile.open(directory.resolve("state"), "")) {
            var tables = file.ordered().orElseThrow();
            // A value that stays, so that there is something to make the index from.
            put(tables, "other", "x");
            if (!before.isEmpty()) {
                put(tables, "k", before);
            }
            var written = new ArrayList<Runnable>();
            var table = table(tables, written);
            table.put("k", after);
            written.add(() -> writePending(table, tables, after));

            table.keepIndexes(INDEX);

            assertThat(written).isEmpty();
            var found = new ArrayList<String>();
            table.view().entries("/value", KeyRange.ALL, false).forEachRemaining(found::add);
            return found.stream().filter(entry -> !entry.endsWith(" other")).toList();
        }
    }

    /** Whose second step into the backend, which writes the first entries of an index, has a batch written behind it. */
    private DiskTable<String> table(OrderedTables tables, List<Runnable> written) {
        var steps = new ArrayList<Integer>();
        return new DiskTable<>(
                TableNames.of("things"),
                tables,
                step -> {
                    step.accept(tables);
                    steps.add(1);
                    if (steps.size() == 2) {
                        written.remove(0).run();
                    }
                },
                new TextCodec<>(
                        value -> value.getBytes(StandardCharsets.UTF_8),
                        text -> new String(text, StandardCharsets.UTF_8)),
                Optional.empty(),
                (places, undo) -> pending.addAll(places));
    }

    private void writePending(DiskTable<String> table, OrderedTables tables, String value) {
        var marks = new HashMap<TableKey, Object>();
        pending.forEach(place -> marks.put(place, table.present(place).mark().orElseThrow()));
        put(tables, "k", value);
        table.written(marks);
    }

    private static void put(OrderedTables tables, String key, String value) {
        tables.put(TableNames.of("things").rows(), key, value.getBytes(StandardCharsets.UTF_8));
        tables.flush();
    }
}
