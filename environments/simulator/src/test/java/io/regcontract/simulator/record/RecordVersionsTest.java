package io.regcontract.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.store.MemoryStore;
import io.regcontract.simulator.store.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a record was, up to a number of changes, each under its own key. */
class RecordVersionsTest {

    private static final Instant BEGINNING = Instant.parse("2026-03-01T12:00:00Z");

    private final Table<RecordVersions.Past> table = new MemoryStore().table("versions", RecordVersions.Past.class);
    private final RecordVersions versions = new RecordVersions(table);

    @Test
    void knowsTheLatestTwenty() {
        for (int i = 0; i < 107; i++) {
            versions.add(version(i));
        }
        for (int i = 87; i < 107; i++) {
            assertThat(versions.asOf(1, BEGINNING.plusSeconds(i))).contains(version(i));
        }
        assertThat(versions.asOf(1, BEGINNING.plusSeconds(86))).isEmpty();
        assertThat(versions.asOf(2, BEGINNING.plusSeconds(200))).isEmpty();
        assertThat(table.values()).hasSize(20).allSatisfy(past -> assertThat(past.versions())
                .hasSize(1));
    }

    @Test
    void tellsVersionsOfOneMomentApart() {
        for (int i = 0; i < 33; i++) {
            versions.add(
                    new StoredRecord(1, "u", BEGINNING, BEGINNING, Json.object().put("n", i), List.of()));
            assertThat(versions.asOf(1, BEGINNING)
                            .orElseThrow()
                            .values()
                            .path("n")
                            .asInt())
                    .isEqualTo(i);
        }
    }

    @Test
    void readsTheVersionsOfOlderStateFiles() {
        table.put("1", new RecordVersions.Past(List.of(version(0), version(1)), Optional.empty()));
        versions.add(version(2));
        assertThat(versions.asOf(1, BEGINNING)).contains(version(0));
        assertThat(versions.asOf(1, BEGINNING.plusSeconds(1))).contains(version(1));
        assertThat(versions.asOf(1, BEGINNING.plusSeconds(9))).contains(version(2));
    }

    private static StoredRecord version(int second) {
        return new StoredRecord(
                1, "u", BEGINNING, BEGINNING.plusSeconds(second), Json.object().put("n", second), List.of());
    }
}
