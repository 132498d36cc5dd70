package io.regcontract.simulator.store.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.simulator.store.DurableStore;
import io.regcontract.simulator.store.StorageException;
import io.regcontract.simulator.store.backend.OrderedTables;
import io.regcontract.simulator.store.backend.TableKey;
import io.regcontract.simulator.store.backend.UnusableStateException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** State in a schema of a database: what is written is there again, and what cannot be used is refused in words. */
class PostgresqlStateTest {

    private final PostgresqlServer server = PostgresqlServer.shared();
    private String database = "";

    @BeforeEach
    void makeDatabase() {
        database = server.database();
    }

    @Test
    void keepsKeysAndTextsOfEveryKind() {
        var keys = List.of(
                "",
                "plain",
                "a\u0000b",
                "\ud800",
                "\udfff\ud800",
                "\ud83d\ude00",
                "\uffff",
                "e\u0301",
                "x".repeat(5_000),
                "x".repeat(5_000) + "y",
                "'; drop table entries; --");
        var texts = Map.of("plain", "\"\\u0000 \ud83d\ude00 \udfff\"", "\ud800", "1.10");
        var written = new LinkedHashMap<TableKey, Optional<String>>();
        keys.forEach(key ->
                written.put(new TableKey("shop/records of user", key), Optional.of(texts.getOrDefault(key, "{}"))));
        try (var state = open()) {
            state.write(written, Set.of());
        }
        try (var state = open()) {
            var found = state.content().get("shop/records of user");
            assertThat(found.keySet())
                    .containsExactlyElementsOf(keys.stream().sorted().toList());
            assertThat(found)
                    .containsEntry("\ud800", "1.10")
                    .containsEntry("plain", "\"\\u0000 \ud83d\ude00 \\udfff\"");
            keys.forEach(key -> assertThat(state.text(new TableKey("shop/records of user", key)))
                    .contains(String.valueOf(found.get(key))));
        }
    }

    /** So that the database can be asked for a range of keys. */
    @Test
    void ordersKeysAsTheSimulatorDoes() throws SQLException {
        var keys = List.of("", "A", "a", "a\u0000", "ab", "\u00e9", "\ud83d\ude00", "\ue000", "\uffff");
        var written = new HashMap<TableKey, Optional<String>>();
        keys.forEach(key -> written.put(new TableKey("t", key), Optional.of("\"" + keys.indexOf(key) + "\"")));
        try (var state = open()) {
            state.write(written, Set.of());
        }
        try (var connection = server.connect(database);
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery("select string_agg(value, '' order by key) from regcontract.entries")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1).replace("\"", "")).isEqualTo("012345678");
        }
        assertThat(keys).isSorted();
    }

    @Test
    void writesABatchThatNeedsManyStatements() {
        var written = new LinkedHashMap<TableKey, Optional<String>>();
        for (int i = 0; i < 12_000; i++) {
            written.put(new TableKey("t" + i % 3, "k" + i), Optional.of("\"" + i + "\""));
        }
        try (var state = open()) {
            state.write(written, Set.of());
            written.replaceAll((place, text) -> Optional.empty());
            written.remove(new TableKey("t0", "k0"));
            state.write(written, Set.of("t1", "t2"));
            assertThat(state.texts("t0")).containsOnlyKeys("k0");
            assertThat(state.texts("t1")).isEmpty();
        }
        try (var state = open()) {
            assertThat(state.content()).containsOnlyKeys("t0");
        }
    }

    @Test
    void findsTheTextsOfManyKeysInTheOrderOfTheKeys() {
        var table = OrderedTables.PREFIX + "t";
        try (var state = open()) {
            var tables = state.ordered().orElseThrow();
            IntStream.range(0, 3_000)
                    .forEach(i -> tables.put(table, "k" + i, ("\"" + i + "\"").getBytes(StandardCharsets.UTF_8)));
            tables.flush();
            var keys = IntStream.range(0, 4_000).map(i -> 3_999 - i).mapToObj(i -> "k" + i);
            var expected = IntStream.range(0, 4_000)
                    .map(i -> 3_999 - i)
                    .mapToObj(i -> "k" + i + (i < 3_000 ? " \"" + i + "\"" : " nothing"))
                    .toList();
            try (var present = tables.snapshot()) {
                var found = new ArrayList<String>();
                present.texts(table, keys.iterator())
                        .forEachRemaining(each -> found.add(each.getKey() + " "
                                + each.getValue()
                                        .map(text -> new String(text, StandardCharsets.UTF_8))
                                        .orElse("nothing")));
                assertThat(found).isEqualTo(expected);
                assertThat(present.texts(
                                OrderedTables.PREFIX + "unknown", List.of("k1").iterator()))
                        .toIterable()
                        .containsExactly(Map.entry("k1", Optional.empty()));
            }
        }
    }

    /** Else it plans a search as if the table were empty, and sorts all of it. */
    @Test
    void hasTheServerCountWhatWasLoaded() throws SQLException {
        try (var state = open()) {
            var tables = state.ordered().orElseThrow();
            IntStream.range(0, 500)
                    .forEach(
                            i -> tables.put(OrderedTables.PREFIX + "t", "k" + i, "1".getBytes(StandardCharsets.UTF_8)));
            tables.flush();
            tables.loaded();
        }
        try (var connection = server.connect(database);
                var statement = connection.createStatement();
                var found = statement.executeQuery("select reltuples from pg_class where relname = 'ordered'")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getLong(1)).isEqualTo(500);
        }
    }

    @Test
    void takesBackWhatTheServerWouldNotWrite() {
        try (var store = DurableStore.on(open())) {
            var words = store.table("words", String.class);
            words.put("kept", "before");
            store.commit();
            server.sql(database, "alter table regcontract.entries add constraint no_more check (value <> '\"after\"')");
            words.put("kept", "after");
            words.put("new", "fine");
            assertThatThrownBy(store::commit)
                    .isInstanceOf(StorageException.class)
                    .hasMessageStartingWith(name() + " cannot be written: new row for relation \"entries\" violates")
                    .hasMessageNotContaining("after\"'");
            assertThat(words.get("kept")).contains("before");
            assertThat(words.get("new")).isEmpty();
            server.sql(database, "alter table regcontract.entries drop constraint no_more");
            words.put("kept", "after");
            store.commit();
        }
        try (var store = DurableStore.on(open())) {
            assertThat(store.table("words", String.class).get("kept")).contains("after");
        }
    }

    @Test
    void isForOneAtATimeAndSaysWhoThatIs() {
        try (var first = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(UnusableStateException.class)
                    .hasMessageMatching(java.util.regex.Pattern.quote(name())
                            + " is in use by a test since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC"
                            + " \\(process \\d+ of the database server\\); stop the simulator that uses it, or give"
                            + " another --state-schema");
            try (var other = PostgresqlState.open(address("another"), "a test")) {
                assertThat(other.content()).isEmpty();
            }
            assertThat(first.content()).isEmpty();
        }
        open().close();
    }

    @Test
    void endsWhenTheSchemaIsDroppedOrTakenOver() {
        try (var state = open()) {
            assertThat(state.loss()).isEmpty();
            server.sql(database, "drop schema regcontract cascade");
            assertThat(state.loss()).contains(name() + " is gone while the simulator was running");
            assertThatThrownBy(() -> state.write(Map.of(new TableKey("t", "k"), Optional.of("1")), Set.of()))
                    .hasMessageContaining("is gone");
        }
        try (var state = open()) {
            server.sql(database, "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
            try (var second = open()) {
                assertThat(state.loss())
                        .contains(name() + " was taken over by another simulator while the simulator was running");
                assertThat(second.loss()).isEmpty();
            }
        }
    }

    /** Whoever acknowledges a write must have the schema at that moment. */
    @Test
    void writesNothingIntoASchemaThatAnotherTook() {
        try (var state = open()) {
            server.sql(database, "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
            try (var second = open()) {
                assertThatThrownBy(() -> state.write(Map.of(new TableKey("t", "k"), Optional.of("1")), Set.of()))
                        .hasMessageContaining("was taken over");
                assertThat(second.content()).isEmpty();
            }
        }
    }

    @Test
    void writesOverANewConnectionWhenTheOldOneWasCut() {
        try (var state = open()) {
            for (int i = 0; i < 3; i++) {
                server.sql(database, "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
                state.write(Map.of(new TableKey("t", "k" + i), Optional.of("1")), Set.of());
            }
            assertThat(state.texts("t")).containsOnlyKeys("k0", "k1", "k2");
        }
    }

    @Test
    void refusesASchemaOfAnotherProgram() {
        server.sql(database, "create schema regcontract", "create table regcontract.recipes (name text)");
        refuses(
                address("regcontract"),
                name()
                        + " belongs to another program: it has tables, and none that says which form they have; give another"
                        + " --state-schema");
    }

    @Test
    void refusesASchemaOfANewerVersion() {
        open().close();
        server.sql(
                database,
                "insert into regcontract.regcontract_schema_history select 99, '99', 'later', type, 'V99__later.sql',"
                        + " 1, installed_by, installed_on, 1, true from regcontract.regcontract_schema_history"
                        + " where version = '1'");
        refuses(
                address("regcontract"),
                name()
                        + " was made by a newer version, which brought it to form 99; use that version, or give another"
                        + " --state-schema");
    }

    /** Otherwise the library would not be asked about a script that is new. */
    @Test
    void knowsItsLastScript() throws Exception {
        var first = PostgresqlState.class.getResource("V1__texts_by_table_and_key.sql");
        var scripts = Path.of(first.toURI()).getParent();
        try (var all = Files.list(scripts)) {
            assertThat(all.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("V\\d+__.*\\.sql"))
                            .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                            .max())
                    .hasValue(Integer.parseInt(SchemaMigration.PRESENT_FORM));
        }
    }

    @Test
    void tellsWhatIsWrongWithAnAddress() {
        var server = "127.0.0.1:" + this.server.port();
        refuses(
                address("jdbc:postgresql://" + server + "/nowhere", "owner", PostgresqlServer.PASSWORD),
                "there is no database nowhere at " + server + "; make it first, with createdb, or name another");
        refuses(
                address(this.server.url(database), "owner", "wrong-one"),
                "the server at " + server + " does not let user owner in (password authentication failed for user"
                        + " \"owner\"); check the user and the password: PGPASSWORD, --state-password, or the user's"
                        + " password file ~/.pgpass");
        refuses(
                address("jdbc:postgresql://127.0.0.1:1/x", "owner", "wrong-one"),
                "the state in schema regcontract of database x at 127.0.0.1:1 cannot be reached: no server of"
                        + " PostgreSQL answers at 127.0.0.1:1; check host and port, and that the server runs and listens"
                        + " there");
        refuses(
                address("jdbc:postgresql://no.such.host.invalid/x", "owner", "wrong-one"),
                "the state in schema regcontract of database x at no.such.host.invalid:5432 cannot be reached: there is"
                        + " no host of that name; check host and port, and that the server runs and listens there");
    }

    @Test
    void tellsWhoLacksWhichRight() {
        server.sql(
                database, "create role guest_of_" + database + " login password '" + PostgresqlServer.PASSWORD + "'");
        refuses(
                address(server.url(database), "guest_of_" + database, PostgresqlServer.PASSWORD),
                "user guest_of_" + database + " lacks a right in database " + database
                        + " (permission denied for database " + database
                        + "); have its owner run CREATE SCHEMA regcontract AUTHORIZATION \"guest_of_" + database
                        + "\"");
        server.sql(database, "create schema regcontract authorization guest_of_" + database);
        PostgresqlState.open(address(server.url(database), "guest_of_" + database, PostgresqlServer.PASSWORD), "a test")
                .close();
    }

    @Test
    void refusesAnEncodingThatLosesCharacters() {
        server.sql(
                "postgres", "create database latin_" + database + " encoding 'LATIN1' locale 'C' template template0");
        refuses(
                address(server.url("latin_" + database), "owner", PostgresqlServer.PASSWORD),
                "database latin_" + database + " keeps its texts in LATIN1, which has not all characters; name one that"
                        + " was made with encoding UTF8");
    }

    private void refuses(PostgresqlAddress address, String sentence) {
        assertThatThrownBy(() -> PostgresqlState.open(address, "a test"))
                .isInstanceOf(UnusableStateException.class)
                .hasMessage(sentence);
    }

    private PostgresqlState open() {
        return PostgresqlState.open(address("regcontract"), "a test");
    }

    private String name() {
        return "the state in schema regcontract of database " + database + " at 127.0.0.1:" + server.port();
    }

    private PostgresqlAddress address(String schema) {
        return PostgresqlAddress.of(
                server.url(database), Optional.of("owner"), Optional.of(PostgresqlServer.PASSWORD), schema);
    }

    private static PostgresqlAddress address(String url, String user, String password) {
        return PostgresqlAddress.of(url, Optional.of(user), Optional.of(password), "regcontract");
    }
}
