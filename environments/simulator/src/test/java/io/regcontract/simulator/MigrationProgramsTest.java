package io.regcontract.simulator;

import static io.regcontract.simulator.assertion.JournalAssertions.assertThat;
import static io.regcontract.simulator.control.journal.DocumentedError.API_FEATURE_DISABLED;
import static io.regcontract.simulator.control.journal.DocumentedError.API_LIMIT_ERROR;
import static io.regcontract.simulator.control.journal.DocumentedError.UNIQUE_VIOLATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.control.DrillOrder;
import io.regcontract.simulator.control.ErrorDrill;
import io.regcontract.simulator.control.journal.Journal;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Small programs that do what public programs for this API do, under drills: those that take HTTP 200 for success are
 * caught, and those that look at the answer are not.
 */
class MigrationProgramsTest {

    private final AtomicLong ticker = new AtomicLong();
    private final SimulatorFixture world =
            new SimulatorFixture(builder -> builder.ticker(() -> ticker.addAndGet(TimeUnit.MILLISECONDS.toNanos(1))));
    private final Journal journal = world.simulator.journal();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void doesNotJudgeAnExportThatTakesAnErrorForTheEnd() {
        people(1, 25);
        var export = new Export(false);
        try (var drill = world.simulator.control().drill(thirdPage())) {
            export.run();
            assertThat(drill.calls()).isEqualTo(3);
        }

        assertThat(export.exported).hasSize(20);
        assertThat(journal).met(API_FEATURE_DISABLED).hasNoForbiddenReaction();
        assertThat(reactions()).containsExactly(Reaction.NOTHING_MORE_CAME);
        assertThat(journal.reactions().get(0).verdict()).isEqualTo(Verdict.NOT_JUDGED);
    }

    /** It believes that it has everything up to the newest record, and goes on from there. */
    @Test
    void catchesAnExportThatGoesOnBehindThePageThatFailed() {
        people(1, 25);
        var export = new Export(false);
        try (var drill = world.simulator.control().drill(thirdPage())) {
            export.run();
            assertThat(drill.calls()).isEqualTo(3);
        }
        journal.mark("run again");
        people(26, 30);
        export.last = 25;
        export.run();

        assertThat(reactions()).containsExactly(Reaction.LOST_WINDOW);
    }

    @Test
    void leavesAnExportAloneThatStopsAndGoesOnWhereItStopped() {
        people(1, 25);
        var export = new Export(true);
        try (var drill = world.simulator.control().drill(thirdPage())) {
            export.run();
            assertThat(drill.calls()).isEqualTo(3);
        }
        journal.mark("run again");
        export.run();

        assertThat(export.exported).hasSize(25);
        assertThat(journal).met(API_FEATURE_DISABLED).hasNoReactionToWarnOf();
        assertThat(reactions()).isEmpty();
    }

    @Test
    void catchesASyncThatMovesItsMarkPastAWindowThatFailed() {
        var sync = new Sync(false);
        drilledSync(sync);

        assertThat(sync.seen).hasSize(1);
        assertThat(reactions()).containsExactly(Reaction.LOST_WINDOW);
    }

    @Test
    void leavesASyncAloneThatMovesItsMarkAfterASuccess() {
        var sync = new Sync(true);
        drilledSync(sync);

        assertThat(sync.seen).hasSize(2);
        assertThat(journal).met(API_FEATURE_DISABLED).hasNoReactionToWarnOf();
    }

    @Test
    void catchesASyncThatTakesThePageOfTheDefaultForAllThereIs() {
        var sync = new Sync(true);
        world.clock.move(Duration.ofHours(1));
        people(1, 130);
        sync.run();
        world.clock.move(Duration.ofHours(1));
        sync.run();

        assertThat(sync.seen).hasSize(100);
        assertThat(reactions()).containsExactly(Reaction.TRUNCATED_SEARCH);
    }

    @Test
    void leavesASyncAloneThatAsksForEveryPage() {
        var sync = new Sync(true);
        sync.pages = true;
        world.clock.move(Duration.ofHours(1));
        people(1, 130);
        sync.run();
        world.clock.move(Duration.ofHours(1));
        sync.run();

        assertThat(sync.seen).hasSize(130);
        assertThat(reactions()).isEmpty();
    }

    @Test
    void catchesAnImportThatTakesTheRefusalOfARecordForTheRecord() {
        people(7, 7);
        for (int number = 6; number <= 8; number++) {
            var created = create(number).body();
            world.owner(
                    "/entity.update",
                    "type_name",
                    "user",
                    "uuid",
                    created.path("uuid").asString("null"),
                    "attributes",
                    "{\"displayName\":\"imported\"}");
        }

        assertThat(journal).met(UNIQUE_VIOLATION);
        assertThat(reactions()).containsExactly(Reaction.ID_OF_NOTHING);
    }

    @Test
    void leavesAnImportAloneThatLooksAtTheAnswer() {
        people(7, 7);
        for (int number = 6; number <= 8; number++) {
            var created = create(number).body();
            if (isOk(created)) {
                world.owner(
                                "/entity.update",
                                "type_name",
                                "user",
                                "uuid",
                                created.path("uuid").stringValue(),
                                "attributes",
                                "{\"displayName\":\"imported\"}")
                        .succeeds();
            }
        }

        assertThat(journal).met(UNIQUE_VIOLATION).hasNoReactionToWarnOf();
    }

    @Test
    void warnsOfAnImportThatSkipsWhatFailedForAPassingCause() {
        var order = DrillOrder.of(ErrorDrill.MAINTENANCE)
                .at("/entity.create")
                .from(2)
                .times(2);
        try (var drill = world.simulator.control().drill(order)) {
            IntStream.rangeClosed(1, 6).forEach(this::create);
            assertThat(drill.calls()).isEqualTo(3);
        }

        assertThat(reactions()).containsExactly(Reaction.UNREPEATED_WRITE);
        assertThat(journal.reactions().get(0).calls())
                .extracting(Reaction.Evidence::operation)
                .containsExactly("/entity.create", "/entity.create");
        assertThat(journal).hasNoForbiddenReaction();
    }

    @Test
    void leavesAnImportAloneThatMakesUpForWhatFailed() {
        var order = DrillOrder.of(ErrorDrill.MAINTENANCE)
                .at("/entity.create")
                .from(2)
                .times(2);
        try (var drill = world.simulator.control().drill(order)) {
            var failed = IntStream.rangeClosed(1, 6)
                    .filter(number -> !isOk(create(number).body()))
                    .toArray();
            assertThat(failed).hasSize(2);
            IntStream.of(failed).forEach(number -> create(number).succeeds());
            assertThat(drill.calls()).isEqualTo(3);
        }

        assertThat(reactions()).isEmpty();
    }

    @Test
    void catchesARetryLoopThatDoesNotWait() {
        world.control("PUT", "/applications/shop/quota", "{\"calls\":1,\"perSeconds\":60}");
        create(1).succeeds();
        for (int attempt = 0; attempt < 40 && !isOk(create(2).body()); attempt++) {
            // Again, at once.
        }
        world.clock.move(Duration.ofMinutes(2));
        create(2).succeeds();

        assertThat(journal).met(API_LIMIT_ERROR);
        assertThat(reactions()).containsExactly(Reaction.RETRY_STORM, Reaction.CALLS_AFTER_LIMIT);
        assertThat(journal.reactions().get(0).sentence())
                .contains("510 api_limit_error")
                .contains("again 40 times");
        assertThat(journal.calls()).hasSizeLessThan(10);
    }

    @Test
    void leavesARetryLoopAloneThatWaitsLongerEachTime() {
        world.control("PUT", "/applications/shop/quota", "{\"calls\":1,\"perSeconds\":60}");
        create(1).succeeds();
        var pause = Duration.ofMillis(200);
        while (!isOk(create(2).body())) {
            ticker.addAndGet(pause.toNanos());
            world.clock.move(pause);
            pause = pause.multipliedBy(2);
        }

        assertThat(journal).met(API_LIMIT_ERROR).withoutRetryStorm().hasNoReactionToWarnOf();
    }

    @Test
    void warnsOfAProgramThatGoesOnWithASecretThatIsNoLongerRight() {
        for (int number = 1; number <= 5; number++) {
            world.as("owner", "an-old-secret", "/entity", "type_name", "user", "id", String.valueOf(number))
                    .fails(402, "invalid_client_credentials");
        }

        assertThat(reactions()).containsExactly(Reaction.CALLS_AFTER_REFUSED_CLIENT, Reaction.NOTHING_MORE_CAME);
    }

    /** Exports page by page, behind the id of the last record. */
    private final class Export {

        private final boolean looksAtStat;
        private final List<Long> exported = new ArrayList<>();
        private long last;

        Export(boolean looksAtStat) {
            this.looksAtStat = looksAtStat;
        }

        void run() {
            JsonNode answer;
            do {
                answer = world.owner(
                                "/entity.find",
                                "type_name",
                                "user",
                                "filter",
                                "id > " + last,
                                "sort_on",
                                "[\"id\"]",
                                "max_results",
                                "10")
                        .body();
                if (looksAtStat && !isOk(answer)) {
                    return;
                }
                for (var record : answer.path("results").values()) {
                    last = record.path("id").longValue();
                    exported.add(last);
                }
            } while (answer.path("results").size() == 10);
        }
    }

    /** Asks for what was changed since it asked last. */
    private final class Sync {

        private final boolean looksAtStat;
        private final List<String> seen = new ArrayList<>();
        private Instant mark = world.clock.instant();
        private boolean pages;

        Sync(boolean looksAtStat) {
            this.looksAtStat = looksAtStat;
        }

        void run() {
            var now = world.clock.instant();
            JsonNode answer;
            int first = 0;
            do {
                answer = world.owner(
                                "/entity.find",
                                "type_name",
                                "user",
                                "filter",
                                "lastUpdated > '" + mark + "'",
                                "first_result",
                                String.valueOf(first))
                        .body();
                answer.path("results")
                        .values()
                        .forEach(record -> seen.add(record.path("uuid").stringValue()));
                first += 100;
            } while (pages && answer.path("results").size() == 100);
            if (!looksAtStat || isOk(answer)) {
                mark = now;
            }
        }
    }

    private void drilledSync(Sync sync) {
        world.clock.move(Duration.ofHours(1));
        people(1, 1);
        var maintenance = world.simulator
                .control()
                .drill(DrillOrder.of(ErrorDrill.MAINTENANCE).at("/entity.find"));
        sync.run();
        maintenance.close();
        world.clock.move(Duration.ofHours(1));
        people(2, 2);
        sync.run();
        world.clock.move(Duration.ofHours(1));
        sync.run();
    }

    private DrillOrder thirdPage() {
        return DrillOrder.of(ErrorDrill.MAINTENANCE).at("/entity.find").from(3);
    }

    private void people(int from, int to) {
        var all = IntStream.rangeClosed(from, to)
                .mapToObj(number -> "{\"email\":\"person" + number + "@example.com\"}")
                .collect(Collectors.joining(",", "[", "]"));
        world.owner("/entity.bulkCreate", "type_name", "user", "all_attributes", all)
                .succeeds();
    }

    private SimulatorFixture.Reply create(int number) {
        return world.owner(
                "/entity.create",
                "type_name",
                "user",
                "attributes",
                "{\"email\":\"person" + number + "@example.com\"}");
    }

    private List<String> reactions() {
        return journal.reactions().stream().map(Reaction::rule).toList();
    }

    private static boolean isOk(JsonNode answer) {
        return answer.path("stat").asString("").equals("ok");
    }
}
