package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.RightsTable.Cell;
import io.regcontract.simulator.RightsTable.Rule;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation by every kind of caller, for everyone, under every access schema: the answer is the one that the
 * table has, what is refused changes nothing, and only the record that is meant is changed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTableTest {

    private static final List<String> WAYS = List.of("basic", "token", "both", "named");
    private static final List<String> TARGETS = List.of("own", "other", "foreign");
    private static final List<String> SCHEMAS = List.of("none", "read", "write");
    private static final Set<String> WRITING = Set.of("/entity.update", "/entity.replace", "/entity.delete");
    private static final RightsTable TABLE = RightsTable.read();

    private final SimulatorFixture world = new SimulatorFixture();
    private final Map<String, RightsFixture> worlds = new HashMap<>();
    private RightsFixture foreign;
    private RightsCalls calls;

    @BeforeAll
    void prepare() {
        foreign = new RightsFixture(world, "owner", "none");
        foreign.owner("/entityType.create", "type_name", "alien", "attr_defs", "[]");
        calls = new RightsCalls(foreign);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    static Stream<String> paths() {
        return SimulatorWiring.operations().all().stream()
                .map(operation -> operation.declaration().path());
    }

    @Test
    void leavesNoCellWithoutARuleAndNoRuleWithoutACell() {
        var used = new HashSet<Rule>();
        var missing = new ArrayList<Cell>();
        paths().flatMap(RightsTableTest::cells)
                .forEach(cell -> TABLE.of(cell).ifPresentOrElse(used::add, () -> missing.add(cell)));
        assertThat(missing).as("cells without a rule in rights.txt").isEmpty();
        assertThat(TABLE.rules()).allSatisfy(rule -> assertThat(used).contains(rule));
        assertThat(paths()).as("operations that RightsCalls knows").allMatch(calls::knows);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void answersAsTheTableSays(String path) {
        var faults = new ArrayList<String>();
        cells(path).forEach(cell -> judge(cell, faults));
        assertThat(faults).isEmpty();
    }

    @Test
    void changesNobodyOfAnotherApplication() {
        cells("/entity.update").forEach(cell -> judge(cell, new ArrayList<>()));
        cells("/entity.delete").forEach(cell -> judge(cell, new ArrayList<>()));
        assertThat(foreign.record("own").path("email"))
                .isEqualTo(foreign.made("own").path("email"));
    }

    private void judge(Cell cell, List<String> faults) {
        var key = cell.feature() + " " + cell.schema();
        var here = worlds.computeIfAbsent(key, unused -> new RightsFixture(world, cell.feature(), cell.schema()));
        var rule = TABLE.of(cell).orElseThrow(() -> new AssertionError("no rule in rights.txt for " + cell));
        var reply = here.call(cell, calls.parameters(here, cell));
        var answer = answer(reply);
        if (!answer.equals(rule.answer())) {
            faults.add(cell + " is " + answer + ", line " + rule.number() + " says " + rule.answer() + " by "
                    + rule.source() + ": "
                    + reply.text().substring(0, Math.min(200, reply.text().length())));
        }
        boolean succeeded = !answer.matches("[0-9]+");
        if (isAboutRecords(cell)) {
            faults.addAll(changes(here, cell, succeeded));
        }
        if (succeeded && operation(cell).declaration().writes()) {
            worlds.remove(key);
            world.control("DELETE", "/applications/" + here.application(), "");
        }
    }

    /** What became of people who were not meant, or of those who were when the call was refused. */
    private static List<String> changes(RightsFixture here, Cell cell, boolean succeeded) {
        var faults = new ArrayList<String>();
        for (var person : RightsFixture.PEOPLE) {
            boolean isMeant = succeeded && person.equals(cell.target());
            boolean isChanged = !here.record(person).equals(here.made(person));
            if (isChanged != (isMeant && WRITING.contains(cell.operation()))) {
                faults.add(cell + (isChanged ? " changed " : " did not change ") + person);
            }
        }
        return faults;
    }

    /** Operations that may change more than the one who is meant, such as a purge, are judged by their answer. */
    private static boolean isAboutRecords(Cell cell) {
        return WRITING.contains(cell.operation())
                || Set.of("/entity", "/entity.find", "/entity.deleteAccess", "/access/getVerificationCode")
                        .contains(cell.operation());
    }

    private static String answer(SimulatorFixture.Reply reply) {
        var body = reply.body();
        if (body.path("stat").stringValue("").equals("error")) {
            return Integer.toString(body.path("code").asInt(-1));
        }
        if (body.path("results").path(0).has("code")) {
            return "element " + body.path("results").path(0).path("code").asInt(-1);
        }
        return reply.text().contains("\"email\"") ? "all" : "ok";
    }

    private static Operation operation(Cell cell) {
        return SimulatorWiring.operations().at(cell.operation()).orElseThrow();
    }

    private static Stream<Cell> cells(String path) {
        var features = Stream.concat(
                        Stream.of("none"), Arrays.stream(Feature.values()).map(Feature::documentedName))
                .toList();
        return features.stream().flatMap(feature -> SCHEMAS.stream().flatMap(schema -> WAYS.stream()
                .flatMap(as -> TARGETS.stream().map(target -> new Cell(path, as, feature, target, schema)))));
    }
}
