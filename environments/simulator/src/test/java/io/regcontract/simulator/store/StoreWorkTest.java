package io.regcontract.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.store.postgresql.PostgresqlAddress;
import io.regcontract.simulator.store.postgresql.PostgresqlServer;
import io.regcontract.simulator.store.postgresql.PostgresqlState;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A piece of work changes all that it changes, or nothing, and leaves nothing to the next one. */
class StoreWorkTest {

    @TempDir
    private Path directory;

    private String database = "";

    /** Where a store keeps what it has. */
    enum Kind {
        MEMORY,
        FILE,
        DATABASE
    }

    @ParameterizedTest
    @EnumSource
    void takesBackWhatWasNotKept(Kind kind) {
        try (var store = store(kind)) {
            var words = store.table("words", String.class);
            var counts = store.lasting("counts", Long.class);
            words.put("old", "kept");
            words.put("gone", "kept");
            store.commit();
            var work = store.begin();
            words.put("old", "changed");
            words.put("old", "changed again");
            words.insert("new", "added");
            words.remove("gone");
            store.drop("words");
            store.table("words", String.class).put("other", "table");
            counts.put("attempts", 1L);
            assertThat(store.undo()).isTrue();
            store.beginCommit();
            work.close();
            assertThat(store.table("words", String.class).keys()).containsExactly("gone", "old");
            assertThat(store.table("words", String.class).get("old")).contains("kept");
            assertThat(counts.get("attempts")).contains(1L);
            store.table("words", String.class).put("later", "kept");
            store.commit();
        }
        if (kind != Kind.MEMORY) {
            try (var again = store(kind)) {
                assertThat(again.table("words", String.class).keys()).containsExactly("gone", "later", "old");
                assertThat(again.table("counts", Long.class).get("attempts")).contains(1L);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesNothingBackOfWorkThatChangedNothing(Kind kind) {
        try (var store = store(kind)) {
            var work = store.begin();
            assertThat(store.undo()).isFalse();
            assertThat(store.beginCommit()).isSameAs(Store.PendingCommit.NOTHING);
            work.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesBackWhatWasLeftWhenTheWorkEnds(Kind kind) {
        try (var store = store(kind)) {
            var words = store.table("words", String.class);
            var work = store.begin();
            words.put("half", "done");
            work.close();
            assertThat(words.keys()).isEmpty();
        }
    }

    @Test
    void keepsNothingWhenOneValueCannotBeKeptAndGoesOnWithTheNextCall() {
        try (var store = store(Kind.FILE)) {
            var values = store.table("values", JsonNode.class);
            var work = store.begin();
            values.put("fine", Json.text("fine"));
            values.put("deep", deep());
            assertThatThrownBy(store::beginCommit).isInstanceOf(StorageException.class);
            assertThat(store.undo()).isTrue();
            work.close();
            assertThat(values.keys()).isEmpty();
            values.put("next", Json.text("next"));
            store.commit();
        }
        try (var again = store(Kind.FILE)) {
            assertThat(again.table("values", JsonNode.class).keys()).containsExactly("next");
        }
    }

    @Test
    void leavesNoMapOfATableThatWasDropped() {
        try (var store = store(Kind.FILE)) {
            for (int i = 0; i < 10; i++) {
                store.table("table " + i, String.class).put("key", "value");
                store.commit();
                store.drop("table " + i);
                store.commit();
            }
        }
        try (var file = MVStore.open(file().toString())) {
            assertThat(file.getMapNames()).containsExactly("about");
        }
    }

    @Test
    void refusesToWaitWithinAPieceOfWork() {
        try (var store = store(Kind.FILE)) {
            var work = store.begin();
            store.table("words", String.class).put("a", "b");
            var keeping = store.beginCommit();
            assertThatThrownBy(keeping::await).isInstanceOf(IllegalStateException.class);
            work.close();
            keeping.await();
        }
    }

    /** Deeper than anything that is ever written. */
    private static JsonNode deep() {
        return Stream.iterate((JsonNode) Json.array(), inner -> Json.array().add(inner))
                .skip(5_000)
                .findFirst()
                .orElseThrow();
    }

    private Store store(Kind kind) {
        return switch (kind) {
            case MEMORY -> new MemoryStore();
            case FILE -> DurableStore.open(file());
            case DATABASE -> DurableStore.on(PostgresqlState.open(address(), "a test"));
        };
    }

    private PostgresqlAddress address() {
        var server = PostgresqlServer.shared();
        if (database.isEmpty()) {
            database = server.database();
        }
        return PostgresqlAddress.of(
                server.url(database), Optional.of("owner"), Optional.of(PostgresqlServer.PASSWORD), "regcontract");
    }

    private Path file() {
        return directory.resolve("state.db");
    }
}
