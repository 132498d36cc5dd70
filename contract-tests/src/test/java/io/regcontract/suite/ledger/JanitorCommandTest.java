package io.regcontract.suite.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.suite.evidence.Exchange.Role;
import io.regcontract.suite.transport.TransportException;
import io.regcontract.suite.trial.SandboxProject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the janitor shows, what it removes, and what it keeps its hands off. */
final class JanitorCommandTest {

    private static final String PREFIX = "regcontract20261122t120000zabc-";
    private static final Clock THAT_DAY = Clock.fixed(Instant.parse("2026-11-22T14:00:00Z"), ZoneOffset.UTC);
    private static final Clock TWO_DAYS_LATER = Clock.fixed(Instant.parse("2026-11-24T14:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path root;

    private final Map<String, String> variables = new HashMap<>(SandboxProject.VARIABLES);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private SandboxProject trial;

    @BeforeEach
    void start() {
        trial = SandboxProject.in(root);
    }

    @AfterEach
    void stop() {
        trial.close();
    }

    @Test
    void showsWhatAKilledRunLeftAndRemovesNothing() {
        killed();

        assertThat(janitor(THAT_DAY)).isZero();

        assertThat(out.toString())
                .contains("run run-1, by its ledger ")
                .contains("  client " + PREFIX + "1client\n", "  record " + PREFIX + "2@example.com of user\n")
                .endsWith("2 things are left behind in trial. --delete removes them.\n");
        assertThat(trial.things()).isEqualTo(2);
        assertThat(ledgers()).isNotEmptyDirectory();
    }

    @Test
    void removesWhatAKilledRunLeftHoweverYoungItIs() {
        killed();

        assertThat(janitor(THAT_DAY, "--delete")).isZero();

        assertThat(out.toString()).doesNotContain("left alone").endsWith("2 of 2 things are gone.\n");
        assertThat(trial.things()).isZero();
        assertThat(ledgers()).isEmptyDirectory();
    }

    @Test
    void findsOldThingsByNameWhereTheLedgerIsLost() {
        makeOneOfEach(PREFIX);

        assertThat(janitor(TWO_DAYS_LATER, "--delete")).isZero();

        assertThat(out.toString()).startsWith("by name\n").endsWith("4 of 4 things are gone.\n");
        assertThat(trial.things()).isZero();
    }

    @Test
    void leavesYoungThingsThatNoLedgerSpeaksOf() {
        makeOneOfEach(PREFIX);

        assertThat(janitor(THAT_DAY, "--delete")).isZero();

        assertThat(out.toString())
                .contains("the client " + PREFIX + "client is younger than the time to live, and is left alone")
                .endsWith("Nothing is left behind in trial.\n");
        assertThat(trial.things()).isEqualTo(4);
    }

    @Test
    void takesTheTimeToLiveFromItsCaller() {
        makeOneOfEach(PREFIX);

        assertThat(janitor(THAT_DAY, "--delete", "--older-than", "1")).isZero();

        assertThat(trial.things()).isZero();
    }

    @Test
    void leavesThingsOfOthersAndThingsWithoutATime() {
        makeOneOfEach("somebody-elses-");
        makeOneOfEach("regcontract-by-hand-");

        assertThat(janitor(TWO_DAYS_LATER, "--delete")).isZero();

        assertThat(out.toString())
                .contains("the client regcontract-by-hand-client bears the prefix and no time, and is left alone")
                .doesNotContain("somebody-elses");
        assertThat(trial.ask(trial.call("/clients/list")).path("results")).hasSize(4);
    }

    @Test
    void leavesTheMarkerWhateverItIsCalled() {
        var marker = PREFIX + "may-work-here";
        trial.ask(trial.call("/settings/set_default").with("key", marker).with("value", SandboxProject.PERMISSION));
        trial.profile("setting: may-work-here", "setting: " + marker);

        assertThat(janitor(TWO_DAYS_LATER, "--delete")).isZero();

        assertThat(out.toString()).isEqualTo("Nothing is left behind in trial.\n");
        assertThat(trial.ask(trial.call("/settings/get_default").with("key", marker))
                        .path("result")
                        .asString())
                .isEqualTo(SandboxProject.PERMISSION);
    }

    @Test
    void leavesTheLedgerOfARunUnderWay() {
        try (var living = begin()) {
            living.recordingClient()
                    .send(trial.call("/clients/add").with("description", PREFIX + "1client"), Role.DRIVE, kept -> {});

            assertThat(janitor(THAT_DAY, "--delete")).isZero();

            assertThat(out.toString()).contains("is that of a run under way, and is left alone");
            assertThat(trial.things()).isOne();
        }
    }

    @Test
    void saysWhatItCouldNotRemove() {
        try (var killed = begin()) {
            var unheard = killed.recordingClient().interceptedBy((call, role) -> answer -> {
                throw new TransportException("the connection broke");
            });
            var nameless =
                    trial.call("/entity.create").with("type_name", "user").with("attributes", "{}");
            assertThatThrownBy(() -> unheard.send(nameless, Role.DRIVE, kept -> {}))
                    .isInstanceOf(TransportException.class);
        }

        assertThat(janitor(THAT_DAY, "--delete")).isEqualTo(5);

        assertThat(out.toString())
                .contains("0 of 1 things are gone.\n")
                .contains("still there: record of user: the service did not say what it called it");
        assertThat(ledgers()).isNotEmptyDirectory();
    }

    @Test
    void isContentWithWhatIsGoneAlready() {
        try (var killed = begin()) {
            killed.recordingClient()
                    .send(
                            trial.call("/entityType.addAttribute")
                                    .with("type_name", "user")
                                    .with("attr_def", "{\"name\":\"" + PREFIX + "badge\",\"type\":\"string\"}"),
                            Role.DRIVE,
                            kept -> {});
        }
        trial.ask(trial.call("/entityType.removeAttribute")
                .with("type_name", "user")
                .with("attribute_name", PREFIX + "badge"));

        assertThat(janitor(THAT_DAY, "--delete")).isZero();

        assertThat(out.toString()).contains("1 of 1 things are gone.\n");
        assertThat(ledgers()).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: sandbox                | kind: production            | trial is production: nothing is written there",
                "hosts: [127.0.0.1]           | hosts: [other.example.org]  | the host 127.0.0.1 is not on the profile's list",
                "setting: may-work-here       | setting: may-not-work-here  | the application's setting may-not-work-here",
                "pace: {calls-per-second      | names: {prefix: abc}\\npace: {calls-per-second | names.prefix: expected"
            })
    void isRefusedWhereItHasNoBusiness(String from, String to, String words) {
        killed();
        trial.profile(from.strip(), to.strip().replace("\\n", "\n"));

        assertThat(janitor(TWO_DAYS_LATER, "--delete")).isEqualTo(2);

        assertThat(err.toString()).contains(words);
        assertThat(trial.things()).isEqualTo(2);
    }

    @Test
    void isRefusedWhenTheMarkerHoldsSomethingElse() {
        killed();
        variables.put("TRIAL_MARKER", "something-else");

        assertThat(janitor(TWO_DAYS_LATER, "--delete")).isEqualTo(2);

        assertThat(err.toString())
                .contains("does not hold what the profile expects")
                .doesNotContain("something-else");
        assertThat(trial.things()).isEqualTo(2);
    }

    @Test
    void cannotTellWhereNobodyAnswers() {
        trial.close();

        assertThat(janitor(THAT_DAY)).isEqualTo(3);

        assertThat(err.toString()).contains("refuses connections");
    }

    /** A run made a client and an account, and never came to tidy up. */
    private void killed() {
        try (var killed = begin()) {
            killed.recordingClient()
                    .send(trial.call("/clients/add").with("description", PREFIX + "1client"), Role.DRIVE, kept -> {});
            killed.recordingClient()
                    .send(
                            trial.call("/entity.create")
                                    .with("type_name", "user")
                                    .with("attributes", "{\"email\":\"" + PREFIX + "2@example.com\"}"),
                            Role.TWIN,
                            kept -> {});
        }
    }

    private void makeOneOfEach(String prefix) {
        trial.ask(trial.call("/clients/add").with("description", prefix + "client"));
        trial.ask(trial.call("/entityType.create")
                .with("type_name", prefix + "type")
                .with("attr_defs", "[]"));
        trial.ask(trial.call("/entity.create")
                .with("type_name", "user")
                .with("attributes", "{\"email\":\"" + prefix + "1@example.com\"}"));
        trial.ask(trial.call("/settings/set_default").with("key", prefix + "k").with("value", "7"));
    }

    private RunResources begin() {
        return RunResources.begin(ledgers(), trial.profile(), "run-1", PREFIX, 1, trial.http(), Clock.systemUTC());
    }

    private Path ledgers() {
        return root.resolve(RunResources.DIRECTORY);
    }

    private int janitor(Clock clock, String... arguments) {
        var all = new String[arguments.length + 4];
        all[0] = "--env";
        all[1] = "trial";
        all[2] = "--root";
        all[3] = root.toString();
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return new CommandLine(new JanitorCommand(variables, clock))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all);
    }
}
