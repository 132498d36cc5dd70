package io.regcontract.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.argument.Parameters;
import io.regcontract.simulator.control.journal.JournalCall;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much journals keep, of one application and of all. */
class JournalsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicLong ticker = new AtomicLong();
    private final Journals journals =
            new Journals(Clock.fixed(NOW, ZoneOffset.UTC), ticker::incrementAndGet, new byte[Journals.KEY_LENGTH]);

    @AfterEach
    void stop() {
        journals.close();
    }

    @Test
    void keepsTheLatestCallsOfAnApplicationAndCountsAllOfThem() {
        fail("shop", KeptJournal.MOST_CALLS + 500);

        var kept = journals.read("shop");
        assertThat(kept.calls()).hasSize(KeptJournal.MOST_CALLS);
        assertThat(kept.calls().get(0).sequence()).isEqualTo(501);
        assertThat(kept.forgotten()).isEqualTo(500);
        assertThat(kept.met(310)).isEqualTo(KeptJournal.MOST_CALLS + 500);
        assertThat(kept.operations().get(0).failures()).isEqualTo(KeptJournal.MOST_CALLS + 500);
    }

    @Test
    void letsNoApplicationPushOutTheCallsOfAQuietOne() {
        fail("quiet", 100);
        for (var loud : List.of("one", "two", "three", "four")) {
            fail(loud, Journals.MOST_CALLS / 3);
        }

        assertThat(journals.read("quiet").calls()).hasSize(100);
        long all = 100;
        for (var loud : List.of("one", "two", "three", "four")) {
            var kept = journals.read(loud).calls();
            assertThat(kept).hasSizeGreaterThan(Journals.MOST_CALLS / 8);
            all += kept.size();
        }
        assertThat(all).isBetween(Journals.MOST_CALLS / 2L, (long) Journals.MOST_CALLS);
    }

    @Test
    void keepsOneCallInPlaceOfManyThatAreTheSame() {
        for (int i = 0; i < 10_000; i++) {
            journals.add(failing("shop", "1"));
        }

        assertThat(journals.read("shop").calls()).hasSize(Repetitions.KEPT);
        assertThat(journals.read("shop").calls())
                .extracting(JournalCall::repeated)
                .contains(10_000L - Repetitions.KEPT);
        assertThat(journals.read("shop").met(310)).isEqualTo(10_000);
    }

    @Test
    void makesFingerprintsThatNobodyHasWithoutTheKey() {
        var key = new byte[Fingerprints.KEY_LENGTH];
        var other = key.clone();
        other[0] = 1;
        var prints = new Fingerprints(key);

        long print = prints.begin().add("email").add("ada@example.com").end();
        assertThat(prints.begin().add("email").add("ada@example.com").end()).isEqualTo(print);
        assertThat(new Fingerprints(other)
                        .begin()
                        .add("email")
                        .add("ada@example.com")
                        .end())
                .isNotEqualTo(print);
        assertThat(prints.begin().add("emailada").add("@example.com").end()).isNotEqualTo(print);
        assertThat(prints.begin().add("a".repeat(100_000)).end())
                .isNotEqualTo(prints.begin().add("a".repeat(100_001)).end());
    }

    private void fail(String application, int calls) {
        for (int i = 1; i <= calls; i++) {
            journals.add(failing(application, String.valueOf(i)));
        }
    }

    private AnsweredCall failing(String application, String id) {
        return new AnsweredCall(
                NOW,
                ticker.incrementAndGet(),
                1,
                application,
                "/entity",
                false,
                false,
                Optional.of("owner"),
                Optional.of(new AnsweredCall.Failure(310, "record_not_found", "token")),
                Optional.empty(),
                List.of(),
                List.of(),
                new Parameters().add("id", id),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                false);
    }
}
