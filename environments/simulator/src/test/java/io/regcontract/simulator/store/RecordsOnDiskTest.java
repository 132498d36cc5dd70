package io.regcontract.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.store.backend.TableKey;
import io.regcontract.simulator.store.file.StateFile;
import io.regcontract.simulator.store.indexed.IndexRule;
import io.regcontract.simulator.store.indexed.IndexedTable;
import io.regcontract.simulator.store.indexed.KeyRange;
import io.regcontract.simulator.store.indexed.TableView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables with indexes that stay in the state file: what is written, taken back, loaded and found again. */
class RecordsOnDiskTest {

    private static final IndexRule<String> BY_VALUE = new IndexRule<>("1", value -> List.of("v" + value));
    private static final IndexRule<String> BY_LENGTH = new IndexRule<>("1", value -> List.of("l" + value.length()));
    private static final Map<String, IndexRule<String>> INDEXES = Map.of("/value", BY_VALUE, "/length", BY_LENGTH);

    @TempDir
    Path directory;

    private DurableStore store;

    private IndexedTable<String> open() {
        store = DurableStore.open(directory.resolve("state"));
        var table = store.indexed("things", String.class);
        table.keepIndexes(INDEXES);
        store.commit();
        return table;
    }

    /** Random work, half of which fails, with a new start now and then. */
    @Test
    void agreesWithAMapWhateverIsTakenBack() {
        for (long seed = 1; seed <= 4; seed++) {
            var random = new Random(seed);
            var expected = new TreeMap<String, String>();
            var table = open();
            for (int step = 0; step < 200; step++) {
                var attempt = new TreeMap<>(expected);
                var work = store.begin();
                for (int change = random.nextInt(5); change >= 0; change--) {
                    change(random, table, attempt);
                }
                assertHolds(table.view(), attempt);
                if (random.nextBoolean()) {
                    var keeping = store.beginCommit();
                    work.close();
                    keeping.await();
                    expected = attempt;
                } else {
                    work.close();
                }
                assertHolds(table.view(), expected);
                if (random.nextInt(40) == 0) {
                    store.close();
                    table = open();
                }
            }
            store.drop("things");
            store.commit();
            assertHolds(open(store).view(), new TreeMap<>());
            store.close();
        }
    }

    private IndexedTable<String> open(DurableStore present) {
        IndexedTable<String> table = present.indexed("things", String.class);
        table.keepIndexes(INDEXES);
        present.commit();
        return table;
    }

    private static void change(Random random, IndexedTable<String> table, Map<String, String> attempt) {
        var key = "k" + random.nextInt(20);
        var value = "x".repeat(random.nextInt(4)) + random.nextInt(5);
        switch (random.nextInt(3)) {
            case 0 -> {
                table.put(key, value);
                attempt.put(key, value);
            }
            case 1 -> {
                assertThat(table.insert(key, value)).isEqualTo(!attempt.containsKey(key));
                attempt.putIfAbsent(key, value);
            }
            default -> assertThat(table.remove(key)).isEqualTo(Optional.ofNullable(attempt.remove(key)));
        }
    }

    private static void assertHolds(TableView<String> view, NavigableMap<String, String> expected) {
        assertThat(all(view.keys(KeyRange.ALL, false))).containsExactlyElementsOf(expected.keySet());
        assertThat(all(view.values(KeyRange.ALL, true)))
                .containsExactlyElementsOf(expected.descendingMap().values());
        var asked = List.of("k3", "k17", "nobody", "k3", "k0");
        assertThat(all(view.values(asked.iterator())))
                .containsExactlyElementsOf(asked.stream()
                        .filter(expected::containsKey)
                        .map(expected::get)
                        .toList());
        assertThat(view.count(KeyRange.ALL)).isEqualTo(expected.size());
        var entries = expected.entrySet().stream()
                .map(each -> "v" + each.getValue() + " " + each.getKey())
                .sorted()
                .toList();
        assertThat(all(view.entries("/value", KeyRange.ALL, false))).isEqualTo(entries);
        var some = new KeyRange("vx", "vxx");
        assertThat(view.count("/value", some))
                .isEqualTo(entries.stream().filter(some::contains).count());
        expected.forEach((key, value) -> assertThat(view.get(key)).contains(value));
    }

    @Test
    void showsAViewThatIsHeldWhatWasThereWhateverIsWrittenLater() {
        var table = open();
        IntStream.range(0, 2_000).forEach(number -> table.put("k" + (10_000 + number), "v" + number));
        store.commit();
        var view = table.view();
        view.hold();
        for (int round = 0; round < 20; round++) {
            IntStream.range(0, 2_000).forEach(number -> table.put("k" + (10_000 + number), "other"));
            store.commit();
            IntStream.range(0, 500).forEach(number -> table.remove("k" + (10_000 + number)));
            store.commit();
        }
        assertThat(all(view.values(KeyRange.ALL, false)))
                .isEqualTo(IntStream.range(0, 2_000)
                        .mapToObj(number -> "v" + number)
                        .toList());
        assertThat(view.count("/value", KeyRange.startingWith("vother"))).isZero();
        view.close();
        store.close();
    }

    @Test
    void findsWhatWasLoadedOnceTheLoadIsFinished() {
        var table = open();
        table.put("k0", "before");
        store.commit();
        try (var load = table.load().orElseThrow()) {
            for (int number = 1; number <= 250_000; number++) {
                load.add("k%07d".formatted(number), "v" + number % 1_000);
                if (number % 50_000 == 0) {
                    load.keep();
                }
            }
            load.finish();
        }
        for (int start = 0; start < 2; start++) {
            var view = store.indexed("things", String.class).view();
            assertThat(view.count(KeyRange.ALL)).isEqualTo(250_001);
            assertThat(view.count("/value", KeyRange.startingWith("vv7 "))).isEqualTo(250);
            assertThat(view.count("/value", KeyRange.startingWith("vbefore "))).isOne();
            store.close();
            open();
        }
        store.close();
    }

    @Test
    void makesTheIndexesAnewAfterALoadThatNeverEnded() {
        var table = open();
        try (var load = table.load().orElseThrow()) {
            load.add("k1", "a");
            load.keep();
            load.add("k2", "lost");
        }
        store.close();

        assertHolds(open().view(), new TreeMap<>(Map.of("k1", "a")));
        store.close();
    }

    @Test
    void makesAnIndexThatIsWantedLaterAndForgetsOneThatIsNot() {
        var table = open();
        table.put("k1", "a");
        store.commit();
        table.keepIndexes(Map.of("/length", BY_LENGTH));
        store.commit();
        table.put("k2", "b");
        store.commit();
        store.close();

        assertHolds(open().view(), new TreeMap<>(Map.of("k1", "a", "k2", "b")));
        store.close();
    }

    @Test
    void takesOverATableThatAnEarlierVersionLeft() {
        var file = StateFile.open(directory.resolve("state"), "");
        file.write(Map.of(new TableKey("things", "k1"), Optional.of("\"a\"")), Set.of());
        file.close();

        for (int start = 0; start < 2; start++) {
            assertHolds(open().view(), new TreeMap<>(Map.of("k1", "a")));
            assertThat(store.table("things of old", String.class).keys()).isEmpty();
            store.close();
        }
    }

    private static <T> List<T> all(Iterator<T> all) {
        var list = new ArrayList<T>();
        all.forEachRemaining(list::add);
        return list;
    }
}
