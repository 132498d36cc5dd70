package io.regcontract.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.simulator.store.backend.UnusableStateException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableStoreTest {

    @TempDir
    private Path directory;

    private record Badge(String holder, Optional<Integer> number, List<String> marks) {}

    private static final Badge ADA = new Badge("Ada", Optional.of(7), List.of("a", "b"));
    private static final Badge ALAN = new Badge("Alan", Optional.empty(), List.of());

    @Test
    void keepsWhatIsCommitted() {
        try (var store = open()) {
            var badges = store.table("badges", Badge.class);
            assertThat(badges.insert("1", ADA)).isTrue();
            assertThat(badges.insert("1", ALAN)).isFalse();
            badges.put("2", ALAN);
            badges.put("3", ADA);
            assertThat(badges.remove("3")).contains(ADA);
            assertThat(badges.remove("4")).isEmpty();
            store.commit();
        }
        try (var store = open()) {
            assertThat(store.table("badges", Badge.class).values()).containsExactly(ADA, ALAN);
            assertThat(store.table("badges", Badge.class).get("2")).contains(ALAN);
        }
    }

    @Test
    void forgetsWhatIsNotCommitted() throws InterruptedException {
        try (var store = open()) {
            store.table("badges", Badge.class).put("1", ADA);
            var other = new Thread(() -> {
                store.table("badges", Badge.class).put("2", ALAN);
                store.commit();
            });
            other.start();
            other.join();
        }
        try (var store = open()) {
            assertThat(store.table("badges", Badge.class).values()).containsExactly(ALAN);
        }
    }

    @Test
    void dropsATableForGoodAndBeginsItAnew() {
        try (var store = open()) {
            store.table("badges", Badge.class).put("1", ADA);
            store.table("badges", Badge.class).put("2", ADA);
            store.commit();
        }
        try (var store = open()) {
            // Never looked at, and dropped all the same.
            store.drop("badges");
            var anew = store.table("badges", Badge.class);
            assertThat(anew.values()).isEmpty();
            anew.put("2", ALAN);
            store.commit();
        }
        try (var store = open()) {
            var badges = store.table("badges", Badge.class);
            assertThat(badges.values()).containsExactly(ALAN);
            store.drop("badges");
            badges.put("9", ADA);
            store.commit();
        }
        try (var store = open()) {
            assertThat(store.table("badges", Badge.class).values()).isEmpty();
        }
    }

    @Test
    void agreesWithMemoryWhoeverCommitsLast() throws InterruptedException {
        try (var store = open()) {
            var badges = store.table("badges", Badge.class);
            badges.put("1", ADA);
            var other = new Thread(() -> {
                badges.put("1", ALAN);
                store.commit();
            });
            other.start();
            other.join();
            store.commit();
            assertThat(badges.get("1")).contains(ALAN);
        }
        try (var store = open()) {
            assertThat(store.table("badges", Badge.class).get("1")).contains(ALAN);
        }
    }

    @Test
    void keepsWhatManyThreadsCommitAtOnce() throws Exception {
        var threads = new ArrayList<Thread>();
        try (var store = open()) {
            var badges = store.table("badges", Badge.class);
            for (int thread = 0; thread < 16; thread++) {
                var name = "thread " + thread + " ";
                threads.add(new Thread(() -> {
                    for (int i = 0; i < 100; i++) {
                        badges.put(name + i, ADA);
                        store.commit();
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (var thread : threads) {
                thread.join();
            }
            try (var after = killed()) {
                assertThat(after.table("badges", Badge.class).values()).hasSize(1_600);
            }
        }
    }

    @Test
    void keepsForWhoeverWaitsFirst() throws Exception {
        try (var store = open()) {
            var badges = store.table("badges", Badge.class);
            badges.put("1", ADA);
            var keeping = store.beginCommit();
            var other = new Thread(() -> {
                badges.put("2", ALAN);
                store.commit();
            });
            other.start();
            other.join();
            try (var after = killed()) {
                assertThat(after.table("badges", Badge.class).values()).containsExactly(ADA, ALAN);
            }
            keeping.await();
        }
    }

    @Test
    void letsNoOneTellWhatHeSawBeforeItIsKept() throws Exception {
        try (var store = open()) {
            var badges = store.table("badges", Badge.class);
            badges.put("1", ADA);
            var keeping = store.beginCommit();
            var reader = new Thread(() -> store.beginCommit().await());
            reader.start();
            reader.join();
            try (var after = killed()) {
                assertThat(after.table("badges", Badge.class).get("1")).contains(ADA);
            }
            keeping.await();
            assertThat(store.beginCommit()).isSameAs(Store.PendingCommit.NOTHING);
        }
    }

    @Test
    void tellsEveryoneWhoWaitsThatItCannotWrite() {
        var store = open();
        var badges = store.table("badges", Badge.class);
        badges.put("1", ADA);
        var keeping = store.beginCommit();
        store.close();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(keeping::await)
                    .isInstanceOf(StorageException.class)
                    .hasMessageStartingWith("the state file " + file() + " cannot be written: ");
        }
    }

    @Test
    void doesNotGrowWithoutEnd() throws IOException {
        try (var store = open()) {
            var badges = store.table("badges", Badge.class);
            for (int i = 0; i < 20_000; i++) {
                badges.put(Integer.toString(i % 100), i % 2 == 0 ? ADA : ALAN);
                store.commit();
            }
        }
        assertThat(Files.size(file())).isLessThan(16L * 1024 * 1024);
        try (var store = open()) {
            assertThat(store.table("badges", Badge.class).values()).hasSize(100);
        }
    }

    @Test
    void isWrittenAnewWhenItHasGrownFarBeyondWhatIsInIt() throws IOException {
        int number = 0;
        for (int round = 0; round < 30; round++) {
            // Killed before anything was tidied up.
            try (var store = killed()) {
                for (int i = 0; i < 100; i++) {
                    store.table("badges", Badge.class).put(Integer.toString(number++), ADA);
                    store.commit();
                }
                Files.copy(directory.resolve("after the kill"), file(), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (var store = open()) {
            assertThat(store.table("badges", Badge.class).values()).hasSize(number);
            assertThat(Files.size(file())).isLessThan(2L * 1024 * 1024);
            store.table("badges", Badge.class).put("one more", ALAN);
            store.commit();
        }
        try (var store = open()) {
            assertThat(store.table("badges", Badge.class).values()).hasSize(number + 1);
        }
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("state.db", "after the kill");
    }

    @Test
    void refusesAFileThatIsInUse() {
        try (var store = open()) {
            store.commit();
            refuses(
                    file(),
                    "the state file " + file() + " is in use; stop the simulator that uses it, or give another file");
        }
    }

    @Test
    void refusesADirectoryThatIsNotThere() {
        var lost = directory.resolve("no/where");
        refuses(lost, "the directory of the state file " + lost + " does not exist; make it first");
        refuses(directory, "the state file " + directory + " is a directory; name a file in it");
    }

    @Test
    void refusesWhatIsNoStateFile() throws IOException {
        Files.writeString(file(), "Dear diary, ".repeat(1000));
        refuses(file(), damaged());
        assertThat(file()).hasContent("Dear diary, ".repeat(1000));
    }

    @Test
    void refusesTheFileOfAnotherProgram() {
        try (var foreign = MVStore.open(file().toString())) {
            foreign.openMap("recipes").put("soup", "leek");
        }
        refuses(file(), "the state file " + file() + " belongs to another program; give another file");
    }

    @Test
    void refusesAnotherFormat() {
        try (var later = MVStore.open(file().toString())) {
            later.openMap(
                            "about",
                            new MVMap.Builder<String, String>()
                                    .keyType(StringDataType.INSTANCE)
                                    .valueType(StringDataType.INSTANCE))
                    .put("format", "regcontract-simulator/99");
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(UnusableStateException.class)
                .hasMessageContaining("has the format regcontract-simulator/99");
    }

    @Test
    void refusesADamagedFile() throws IOException {
        fill();
        var copy = directory.resolve("copy");
        int refused = 0;
        for (long at = 0; at < Files.size(file()); at += 4096) {
            Files.copy(file(), copy, StandardCopyOption.REPLACE_EXISTING);
            try (var bytes = new RandomAccessFile(copy.toFile(), "rw")) {
                bytes.seek(at);
                bytes.write(new byte[4096]);
            }
            try (var store = DurableStore.open(copy)) {
                // Damage to what nothing refers to, or to the last commits, which are gone as a whole then.
                assertThat(store.table("badges", Badge.class).values().size()).isIn(0, 1_000, 2_000);
            } catch (UnusableStateException damage) {
                refused++;
                assertThat(damage).hasMessage(damaged().replace(file().toString(), copy.toString()));
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void refusesValuesOfAnotherShape() {
        try (var store = open()) {
            store.table("badges", String.class).put("1", "no badge");
            store.commit();
        }
        try (var store = open()) {
            assertThatThrownBy(() -> store.table("badges", Badge.class)).hasMessage(damaged());
        }
    }

    @Test
    void beginsInAnEmptyFile() throws IOException {
        Files.createFile(file());
        try (var store = open()) {
            assertThat(store.table("badges", Badge.class).values()).isEmpty();
        }
    }

    /** What a start would find if the process were killed now. */
    private DurableStore killed() throws IOException {
        var copy = directory.resolve("after the kill");
        if (Files.exists(file())) {
            Files.copy(file(), copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return DurableStore.open(copy);
    }

    private void fill() {
        try (var store = open()) {
            for (int i = 0; i < 1_000; i++) {
                store.table("badges", Badge.class).put(Integer.toString(i), ADA);
            }
            store.commit();
            for (int i = 0; i < 1_000; i++) {
                store.table("badges", Badge.class).put("more " + i, ALAN);
            }
            store.commit();
        }
    }

    private void refuses(Path path, String message) {
        assertThatThrownBy(() -> DurableStore.open(path))
                .isInstanceOf(UnusableStateException.class)
                .hasMessage(message);
    }

    private String damaged() {
        return "the state file " + file()
                + " is damaged or no state of this program; move it away or give another file";
    }

    private DurableStore open() {
        return DurableStore.open(file());
    }

    private Path file() {
        return directory.resolve("state.db");
    }
}
