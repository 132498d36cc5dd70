package io.regcontract.suite.unfit;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.check.Examination;
import io.regcontract.contract.Contract;
import io.regcontract.environment.Capability;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.observe.Engine;
import io.regcontract.suite.observe.EngineContext;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.observe.RecordHeader;
import io.regcontract.suite.observe.RecordedRequirement;
import io.regcontract.suite.observe.RunRecordWriter;
import io.regcontract.suite.observe.Shard;
import io.regcontract.suite.plan.ScenarioCatalogue;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.scenario.Scenario;
import io.regcontract.suite.state.Application;
import io.regcontract.suite.transport.ServiceClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An unfit environment says nothing about the contract: its requirements are broken, never proven and never contradicted. */
@TestInstance(Lifecycle.PER_CLASS)
final class FaultyEnvironmentTest {

    /** What only time tells: short enough to wait for, long enough for the answered calls before it. */
    private static final Set<NetworkFault> SLOW = EnumSet.of(
            NetworkFault.SAYS_NOTHING,
            NetworkFault.STOPS_AMID_THE_HEADERS,
            NetworkFault.STOPS_AMID_THE_BODY,
            NetworkFault.DRIPS_ITS_HEADERS,
            NetworkFault.DRIPS_ITS_BODY);

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Contract CONTRACT = Contract.load();

    /** Makes a record, then another with its value, then one with another value: three calls of one operation. */
    private static final String DUPLICATE = "REG-361.entity-create.duplicate-value";

    private final RegistrationSimulator simulator =
            RegistrationSimulator.builder().application("faulty").start();

    @TempDir
    private Path directory;

    static Stream<Arguments> faults() {
        var everywhere = EnumSet.of(
                NetworkFault.SAYS_NOTHING,
                NetworkFault.RESETS_IN_THE_MIDDLE,
                NetworkFault.BAD_GATEWAY,
                NetworkFault.REDIRECTS_IN_A_CIRCLE,
                NetworkFault.NAMES_TOO_SHORT_A_LENGTH);
        return Stream.of(NetworkFault.values()).flatMap(fault -> Stream.of("set-up", "drive", "twin")
                .filter(stage -> stage.equals("drive") || everywhere.contains(fault))
                .map(stage -> Arguments.of(fault, stage)));
    }

    @ParameterizedTest(name = "{0} at the {1}")
    @MethodSource("faults")
    void isBrokenWhereverItStrikes(NetworkFault fault, String stage) {
        int struck = List.of("set-up", "drive", "twin").indexOf(stage) + 1;
        try (var proxy =
                new FaultyProxy(simulator.baseAddress(), "/entity.create", request -> request >= struck, fault)) {
            var observation = engine(proxy, fault).observe(scenario(DUPLICATE));

            assertThat(observation.outcome()).isInstanceOf(Outcome.Broken.class);
            assertThat(observation.contradictions()).isEmpty();
            assertThat(observation.checks()).as("what counts as seen").isEmpty();
            assertThat(observation.exchanges())
                    .as("what was sent, the call in vain last")
                    .last()
                    .extracting(Exchange::role)
                    .isEqualTo(
                            Exchange.Role.valueOf(stage.toUpperCase(Locale.ROOT).replace('-', '_')));
        }
    }

    @Test
    void isProvenWhereNothingStrikes() {
        try (var proxy = new FaultyProxy(
                simulator.baseAddress(), "/entity.create", request -> false, NetworkFault.SAYS_NOTHING)) {
            var observation = engine(proxy, NetworkFault.CLOSES_WITHOUT_A_WORD).observe(scenario(DUPLICATE));

            assertThat(observation.outcome()).isInstanceOf(Outcome.Observed.class);
            assertThat(observation.contradictions()).isEmpty();
            assertThat(proxy.requests()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SAYS_NOTHING", "BAD_GATEWAY", "RESETS_BEFORE_THE_ANSWER", "DRIPS_ITS_BODY"})
    void isNotEvenTriedWhenNobodyIsHomeFromTheStart(NetworkFault fault) {
        try (var proxy = new FaultyProxy(simulator.baseAddress(), "/", request -> true, fault)) {
            var engine = engine(proxy, fault);
            int asked = proxy.requests();

            assertThat(engine.reasonUnusable()).hasValueSatisfying(trouble -> assertThat(trouble)
                    .startsWith("nobody answers at " + proxy.address()));
            assertThat(drivable().map(engine::observe))
                    .extracting(Observation::outcome)
                    .hasOnlyElementsOfType(Outcome.Broken.class);
            assertThat(proxy.requests()).isEqualTo(asked);
        }
    }

    /** Where a service dies in the middle of a run, what it showed before stays, and the rest is spared the wait. */
    @Test
    void stopsEarlySaysSoAndKeepsWhatWasSeen() throws IOException {
        try (var proxy = new FaultyProxy(
                simulator.baseAddress(), "/", request -> request > 40, NetworkFault.CLOSES_WITHOUT_A_WORD)) {
            var engine = engine(proxy, NetworkFault.CLOSES_WITHOUT_A_WORD);
            var scenarios = drivable().toList();
            var ids = ScenarioCatalogue.byHand().ids();
            var header = new RecordHeader(
                    "dies",
                    "attempt",
                    "0".repeat(64),
                    RecordHeader.Environment.unknown("faulty"),
                    Shard.WHOLE,
                    0,
                    ids,
                    "all");
            var observations = new ArrayList<Observation>();
            try (var record = RunRecordWriter.begin(directory, header, Clock.systemUTC())) {
                for (var scenario : scenarios) {
                    var observation = engine.observe(scenario);
                    record.add(observation, RecordedRequirement.of(scenario, CONTRACT));
                    observations.add(observation);
                }
            }

            var outcomes = observations.stream().map(Observation::outcome).toList();
            var seen = (int) outcomes.stream()
                    .takeWhile(Outcome.Observed.class::isInstance)
                    .count();
            assertThat(seen).isBetween(5, 20);
            assertThat(observations.subList(0, seen)).allSatisfy(observation -> assertThat(observation.contradictions())
                    .isEmpty());
            assertThat(outcomes.subList(seen, seen + 5))
                    .allSatisfy(outcome -> assertThat(reason(outcome)).contains("the connection broke"));
            assertThat(outcomes.subList(seen + 5, outcomes.size())).isNotEmpty().allSatisfy(outcome -> assertThat(
                            reason(outcome))
                    .isEqualTo("not tried: 5 scenarios in a row found the service not answering"));
            assertThat(proxy.requests()).as("calls after it died").isLessThanOrEqualTo(40 + 5);
            assertThat(recorded())
                    .filteredOn(line -> line.contains("\"outcome\":\"observed\""))
                    .hasSize(seen);
        }
    }

    private List<String> recorded() throws IOException {
        try (var files = Files.list(directory)) {
            return Files.readAllLines(files.findFirst().orElseThrow());
        }
    }

    private static String reason(Outcome outcome) {
        return outcome instanceof Outcome.Broken broken ? broken.reason() : outcome.toString();
    }

    /** What can be driven without changing the world. */
    private static Stream<Scenario<?>> drivable() {
        return ScenarioCatalogue.byHand().scenarios().stream()
                .filter(scenario -> Set.of(Capability.WRITING).containsAll(scenario.needs()))
                .limit(40);
    }

    private static Scenario<?> scenario(String id) {
        return ScenarioCatalogue.byHand().scenarios().stream()
                .filter(one -> one.toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Engine engine(FaultyProxy proxy, NetworkFault fault) {
        var redactor = new Redactor();
        var application = new Application(
                Optional.of("faulty"),
                Optional.empty(),
                simulator.ownerClientId(),
                simulator.ownerClientSecret(),
                simulator.loginClientId());
        var http =
                new ServiceClient(proxy.address(), redactor, Clock.systemUTC(), SLOW.contains(fault) ? SHORT : LONG, 4);
        return new Engine(
                CONTRACT,
                new EngineContext(
                        http,
                        Optional.empty(),
                        application,
                        redactor,
                        "registration.test",
                        "fail" + Long.toString(System.nanoTime(), 36) + "x",
                        Set.of(Capability.WRITING, Capability.TELLING_FLOW),
                        // Attempted once: what comes of a second attempt is another story.
                        OneAttempt.configuration()),
                new Examination(List.of(), List.of()),
                Clock.systemUTC());
    }

    @AfterAll
    void stop() {
        simulator.close();
    }
}
