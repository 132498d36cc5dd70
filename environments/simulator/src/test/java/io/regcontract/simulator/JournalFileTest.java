package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalMark;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal knows after a restart with a state file. */
class JournalFileTest {

    @TempDir
    private Path directory;

    private SimulatorFixture world = new SimulatorFixture();

    @AfterEach
    void stop() {
        world.close();
        assertThat(world.faults).isEmpty();
    }

    @Test
    void keepsCallsErrorsAndMarks() {
        restart();
        for (int i = 1; i <= 250; i++) {
            world.owner("/entity", "type_name", "user", "id", String.valueOf(i)).fails(310, "record_not_found");
        }
        world.owner("/entity.find", "type_name", "user", "filter", "id > 7 and email = 'ada@example.com'");
        world.simulator.journal().mark("run again");
        var before = world.simulator.journal().read();
        assertThat(before.calls()).hasSize(251);

        restart();

        var after = world.simulator.journal().read();
        assertThat(after.calls()).isEqualTo(before.calls());
        assertThat(after.errors()).isEqualTo(before.errors());
        assertThat(after.operations()).isEqualTo(before.operations());
        assertThat(after.marks())
                .extracting(JournalMark::kind)
                .containsExactly(JournalMark.Kind.NOTE, JournalMark.Kind.RESTARTED);
    }

    @Test
    void goesOnWithItsNumbersItsTimesAndItsFingerprints() {
        restart();
        world.owner("/entity.find", "type_name", "user", "filter", "email = 'ada@example.com'");
        restart();
        world.owner("/entity.find", "type_name", "user", "filter", "email = 'ada@example.com'");

        var calls = world.simulator.journal().calls();
        assertThat(calls).extracting(JournalCall::sequence).containsExactly(1L, 3L);
        assertThat(calls.get(1).isSame(calls.get(0))).isTrue();
        assertThat(calls.get(1).after(calls.get(0)).toMillis()).isPositive();
    }

    @Test
    void forgetsWhatWasForgotten() {
        restart();
        world.control("POST", "/applications", "{\"name\":\"other\"}");
        var other = world.simulator.control().application("other").journal();
        other.mark("hello");
        world.owner("/entity", "type_name", "user", "id", "1");
        restart();
        other = world.simulator.control().application("other").journal();
        assertThat(other.read().marks()).hasSize(2);
        other.forget();
        world.simulator.journal().forget();
        world.owner("/entity", "type_name", "user", "id", "2");
        restart();

        assertThat(world.simulator
                        .control()
                        .application("other")
                        .journal()
                        .read()
                        .marks())
                .isEmpty();
        assertThat(world.simulator.journal().calls())
                .extracting(call -> call.ids().get(0).value())
                .isEqualTo(List.of("2"));
    }

    private void restart() {
        world.close();
        world = new SimulatorFixture(builder -> builder.state(directory.resolve("state.db")));
    }
}
