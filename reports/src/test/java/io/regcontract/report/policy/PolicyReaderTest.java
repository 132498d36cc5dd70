package io.regcontract.report.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.contract.yaml.YamlException;
import io.regcontract.report.ShippedPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate refuses to go by, to the letter: file, line, key, what is wrong, what to do. */
class PolicyReaderTest {

    @TempDir
    private Path root;

    private Path policy = Path.of("");
    private String gate = ShippedPolicy.gate();

    @BeforeEach
    void startsFromTheShippedPolicy() {
        policy = ShippedPolicy.copyTo(root);
    }

    @Nested
    class GateYaml {

        @Test
        void refusesACodeOfTrafficThatIsNotDocumented() throws IOException {
            Files.writeString(
                    policy.resolve("gate.yaml"),
                    ShippedPolicy.gate().replace("never-seen: passes", "never-seen: [361, 365]"));

            assertThatThrownBy(() -> PolicyReader.read(policy))
                    .isInstanceOf(YamlException.class)
                    .hasMessageContaining("365 is no documented code");
        }

        @Test
        void isReadAsItIsShipped() {
            var simulator = PolicyReader.read(policy).kinds().get("simulator");

            assertThat(simulator.codes()).isEqualTo(new KindPolicy.All());
            assertThat(simulator.fails()).containsExactlyInAnyOrder("contradicted", "coarser", "refined");
            assertThat(simulator.warns()).containsExactlyInAnyOrder("proven-with-erratum", "waived");
            assertThat(simulator.broken()).isZero();
            assertThat(simulator.newlyFailing()).isEqualTo(KindPolicy.Consequence.FAILS);
            assertThat(simulator.reportOnly()).isEmpty();
            assertThat(PolicyReader.read(policy).kinds())
                    .containsOnlyKeys("simulator", "sandbox", "staging", "production", "replacement", "traffic");
            assertThat(PolicyReader.read(policy).kinds().get("traffic").traffic())
                    .hasValue(new KindPolicy.TrafficPolicy(false, Set.of(), false));
            assertThat(PolicyReader.read(policy).kinds().get("sandbox").broken())
                    .isEqualTo(2);
            assertThat(PolicyReader.read(policy).kinds().get("sandbox").flaky()).isEqualTo(5);
            assertThat(PolicyReader.read(policy).kinds().get("sandbox").coverageDropped())
                    .isEqualTo(KindPolicy.Consequence.WARNS);
        }

        @Test
        void mayAskAReplacementForAScope() {
            assertThat(PolicyReader.read(policy).kinds().get("replacement").inScope())
                    .isEmpty();
            change("  replacement:\n", "  replacement:\n    in-scope: { codes: 20, requirements: 200 }\n");

            assertThat(PolicyReader.read(policy).kinds().get("replacement").inScope())
                    .hasValue(new KindPolicy.LeastScope(20, 200));
            assertThat(PolicyReader.read(policy).kinds().get("sandbox").inScope())
                    .isEmpty();
        }

        @Test
        void asksNoOtherKindForAScope() {
            change("  sandbox:\n", "  sandbox:\n    in-scope: { codes: 20 }\n");

            assertThatThrownBy(() -> PolicyReader.read(policy))
                    .isInstanceOf(YamlException.class)
                    .hasMessageContaining("kinds.sandbox.in-scope: there is no such key");
        }

        @Test
        void mayHaveOwnersAndNumbers() {
            change("codes: all, requirements: all, shards: all", "codes: 40, requirements: 90, shards: 2");
            change(
                    "kinds:",
                    "owners:\n  - { requirement: 'REG-36*', owner: schema team }\n  - { requirement: '*', owner: all }\n\nkinds:");

            var read = PolicyReader.read(policy);

            assertThat(read.kinds().get("simulator").codes()).isEqualTo(new KindPolicy.AtLeast(40));
            assertThat(read.kinds().get("simulator").requirements()).isEqualTo(new KindPolicy.AtLeast(90));
            assertThat(read.kinds().get("simulator").shards()).isEqualTo(new KindPolicy.AtLeast(2));
            assertThat(read.ownerOf("REG-361.a.b")).contains("schema team");
            assertThat(read.ownerOf("REG-100.a.b")).contains("all");
        }

        @Test
        void namesAnUnknownKeyItsLineAndTheNearestKnownOne() {
            change(
                    "budgets: { broken: 0, flaky: 0 }\n    regression: { newly-failing: fails, requirement-removed: fails, coverage-dropped: fails }\n\n  # Tenants",
                    "budgtes: { broken: 0, flaky: 0 }\n    regression: { newly-failing: fails, requirement-removed: fails, coverage-dropped: fails }\n\n  # Tenants");

            assertThat(refusal())
                    .containsExactly(
                            file()
                                    + ":7:3: kinds.simulator.budgets: this key is missing. How many requirements may go wrong"
                                    + " without saying anything about the contract; one more, and the run is inconclusive.",
                            file() + ":11:5: kinds.simulator.budgtes: there is no such key. Did you mean budgets?");
        }

        @Test
        void cannotLeaveContradictionsOut() {
            change("fails: [contradicted, coarser, refined]", "fails: [coarser, refined]");

            assertThat(refusal())
                    .containsExactly(
                            file() + ":9:5: kinds.simulator.fails: expected \"contradicted\" among the elements,"
                                    + " found none. Verdicts that fail. contradicted must be one of them: to look without failing,"
                                    + " use report-only, which ends.");
        }

        @Test
        void cannotHaveNumbersThatNoRunReaches() {
            change("codes: all", "codes: 99999999999");
            change("broken: 0", "broken: 99999999999");

            assertThat(refusal())
                    .satisfiesExactlyInAnyOrder(
                            problem -> assertThat(problem)
                                    .startsWith(
                                            file() + ":11:16: kinds.simulator.budgets.broken: expected at most 1000000,"
                                                    + " found 99999999999."),
                            problem -> assertThat(problem)
                                    .startsWith(
                                            file() + ":8:17: kinds.simulator.complete.codes: expected at most 1000000,"
                                                    + " found 99999999999."));
        }

        @Test
        void cannotHaveAVerdictFailAndOnlyWarn() {
            change("warns: [proven-with-erratum, waived]", "warns: [coarser, waived]");

            assertThat(refusal())
                    .containsExactly(file() + ":10:5: kinds.simulator.warns: coarser is under fails as well."
                            + " Leave it in one of the two.");
        }

        @Test
        void limitsARolloutToNinetyDays() {
            rollout("2026-11-01", "2027-01-31");
            assertThat(refusal())
                    .containsExactly(file()
                            + ":10:28: kinds.simulator.report-only.until: 2027-01-31 is more than 90 days after since,"
                            + " 2026-11-01. Write 2027-01-30 or an earlier day, and look at it again then.");
        }

        @Test
        void takesARolloutOfNinetyDays() {
            rollout("2026-11-01", "2027-01-30");

            var read = PolicyReader.read(policy)
                    .kinds()
                    .get("simulator")
                    .reportOnly()
                    .orElseThrow();

            assertThat(read.on(LocalDate.parse("2026-10-31"))).isFalse();
            assertThat(read.on(LocalDate.parse("2026-11-01"))).isTrue();
            assertThat(read.on(LocalDate.parse("2027-01-30"))).isTrue();
            assertThat(read.on(LocalDate.parse("2027-01-31"))).isFalse();
            assertThat(read.reason()).isEqualTo("getting there");
        }

        @Test
        void refusesADayThatIsNotInTheCalendar() {
            rollout("2026-11-31", "2027-01-30");

            assertThat(refusal())
                    .singleElement()
                    .asString()
                    .contains("2026-11-31 is not in the calendar. Write a day as year-month-day");
        }

        @Test
        void mustBeThere() throws IOException {
            Files.delete(policy.resolve("gate.yaml"));

            assertThat(refusal())
                    .containsExactly(
                            file()
                                    + ": there is no such file, or it cannot be read. Name the directory of a policy, with --policy.");
        }

        @Test
        void mustBeUtf8() throws IOException {
            Files.write(policy.resolve("gate.yaml"), new byte[] {'a', (byte) 0xff, '\n'});

            assertThat(refusal()).containsExactly(file() + ": this is not UTF-8. Save the file as UTF-8.");
        }

        @Test
        void mustBeYaml() throws IOException {
            Files.writeString(policy.resolve("gate.yaml"), "kinds: [\n");

            assertThat(refusal()).singleElement().asString().startsWith(file() + ":2:1: this is not YAML: ");
        }

        private void rollout(String since, String until) {
            change(
                    "fails: [contradicted, coarser, refined]",
                    "report-only: { since: " + since + ",\n                   until: " + until
                            + ", reason: getting there }\n    fails: [contradicted, coarser, refined]");
            change(
                    "since: " + since + ",\n                   until",
                    "since: " + since + ",\n                           until");
        }

        private String file() {
            return policy.resolve("gate.yaml").toString();
        }
    }

    @Nested
    class Waivers {

        @Test
        void areReadFromEveryFile() {
            waivers("a.yaml", waiver());
            waivers("b.yaml", waiver().replace("W-1", "W-2").replace("strict: true", "strict: false"));

            var read = PolicyReader.read(policy).waivers();

            assertThat(read).extracting(Waiver::id).containsExactly("W-1", "W-2");
            assertThat(read).extracting(Waiver::strict).containsExactly(true, false);
            var first = read.get(0);
            assertThat(first.requirement().toString()).isEqualTo("REG-361.entity-create.*");
            assertThat(first.environments()).containsExactly("local", "simulator");
            assertThat(first.check()).isEqualTo("body.error");
            assertThat(first.actual()).isEqualTo(new ToleratedValue.Text("constraint_violation"));
            assertThat(first.reason()).isEqualTo("the name is mended in the next release");
            assertThat(first.issue()).isEqualTo("https://issues.example/7");
            assertThat(first.owner()).isEqualTo("schema team");
            assertThat(first.created()).isEqualTo("2026-11-01");
            assertThat(first.expires()).isEqualTo("2027-01-30");
            assertThat(first.place()).isEqualTo(file("a.yaml") + ":2");
            assertThat(first.daysLeft(LocalDate.parse("2027-01-28"))).isEqualTo(2);
        }

        @Test
        void mayNameALongValueByItsDigest() {
            waivers(
                    "a.yaml",
                    waiver().replace(
                                    "actual: constraint_violation",
                                    "actual-sha256: "
                                            + ToleratedValue.Digest.of("x".repeat(5000))
                                                    .sha256()));

            var actual = PolicyReader.read(policy).waivers().get(0).actual();

            assertThat(actual.is("x".repeat(5000))).isTrue();
            assertThat(actual.is("x")).isFalse();
        }

        @Test
        void cannotHoldLongerThanNinetyDays() {
            waivers("a.yaml", waiver().replace("2027-01-30", "2027-01-31"));

            assertThat(refusal())
                    .containsExactly(file("a.yaml") + ":11:5: waivers[0].expires: 2027-01-31 is more than 90 days after"
                            + " created, 2026-11-01. Write 2027-01-30 or an earlier day, and look at it again then.");
        }

        @Test
        void cannotEndBeforeTheyBegin() {
            waivers("a.yaml", waiver().replace("2027-01-30", "2026-10-31"));

            assertThat(refusal())
                    .containsExactly(
                            file("a.yaml")
                                    + ":11:5: waivers[0].expires: 2026-10-31 is before created, 2026-11-01. Write a later day.");
        }

        @Test
        void mayHoldForOneDay() {
            waivers("a.yaml", waiver().replace("2027-01-30", "2026-11-01"));

            assertThat(PolicyReader.read(policy).waivers()).hasSize(1);
        }

        @Test
        void needAnIdOfTheirOwn() {
            waivers("a.yaml", waiver());
            waivers("b.yaml", waiver());

            assertThat(refusal())
                    .containsExactly(file("b.yaml") + ":2:5: waivers[0].id: W-1 is taken, by " + file("a.yaml")
                            + ":2. Give each waiver an id of its own.");
        }

        @Test
        void mustNameTheCodeAndTheEnvironments() {
            waivers(
                    "a.yaml",
                    waiver().replace("REG-361.entity-create.*", "\"*\"").replace("[simulator, local]", "[\"*\"]"));

            assertThat(refusal())
                    .satisfiesExactly(
                            requirement -> assertThat(requirement)
                                    .startsWith(file("a.yaml") + ":3:5: waivers[0].requirement: expected ")
                                    .endsWith("The code must be written out: REG-361.*"),
                            environment -> assertThat(environment)
                                    .startsWith(file("a.yaml") + ":4:20: waivers[0].environments[0]: expected ")
                                    .endsWith("The name of an environment, without * or ?."));
        }

        @Test
        void cannotTolerateJustAnything() {
            waivers("a.yaml", waiver().replace("    actual: constraint_violation\n", ""));

            assertThat(refusal())
                    .singleElement()
                    .asString()
                    .startsWith(file("a.yaml") + ":2:5: waivers[0].actual: this key is missing. ");
        }

        @Test
        void cannotTolerateTwoValues() {
            waivers("a.yaml", waiver() + "    actual-sha256: " + "0".repeat(64) + "\n");

            assertThat(refusal()).singleElement().asString().startsWith(file("a.yaml") + ":6:5: waivers[0].actual: ");
        }

        @Test
        void mayHaveOtherFilesAndFoldersBesideThem() throws IOException {
            waivers("a.yaml", waiver());
            write("README.md", "# not YAML: [");
            Files.createDirectories(policy.resolve("waivers/folder.yaml"));

            assertThat(PolicyReader.read(policy).waivers()).hasSize(1);
        }

        @Test
        void mustNotBeInAFileThatNobodyReads() {
            waivers("a.yml", waiver());

            waivers("b.YAML", waiver());

            assertThat(refusal())
                    .containsExactly(
                            file("a.yml") + ": its name ends in .yml. Name it .yaml.",
                            file("b.YAML") + ": its name ends in .YAML. Name it .yaml.");
        }

        @Test
        void areRefusedAsTheyArePrintedAndTakenOnceFilledIn() {
            var hostile = "\"]: {\u202e# \ud83d\ude00 \u0000 \\";
            var printed = WaiverTemplate.head() + "\n"
                    + String.join(
                            "\n",
                            WaiverTemplate.lines(
                                    "REG-361.entity-create.x", "simulator", "body.error", hostile, ShippedPolicy.TODAY))
                    + "\n";
            write("a.yaml", printed);
            assertThat(refusal())
                    .satisfiesExactlyInAnyOrder(
                            id -> assertThat(id)
                                    .startsWith(
                                            file("a.yaml") + ":2:5: waivers[0].id: this is still as it was printed."),
                            reason -> assertThat(reason)
                                    .startsWith(file("a.yaml")
                                            + ":7:5: waivers[0].reason: this is still as it was printed."),
                            issue -> assertThat(issue)
                                    .startsWith(file("a.yaml")
                                            + ":8:5: waivers[0].issue: this is still as it was printed."),
                            owner -> assertThat(owner)
                                    .startsWith(file("a.yaml")
                                            + ":9:5: waivers[0].owner: this is still as it was printed."));

            write("a.yaml", printed.replaceAll("FILL-IN", "77"));

            var waiver = PolicyReader.read(policy).waivers().get(0);
            assertThat(waiver.actual()).isEqualTo(new ToleratedValue.Text(hostile));
            assertThat(waiver.created()).isEqualTo("2026-11-22");
            assertThat(waiver.expires()).isEqualTo("2026-12-06");
            assertThat(waiver.strict()).isTrue();
            assertThat(printed.chars())
                    .allMatch(character -> character == '\n' || (character >= ' ' && character < 127));
        }

        @Test
        void areRefusedWithAPlaceholderAmongTheirEnvironments() {
            waivers("a.yaml", waiver().replace("[simulator, local]", "[simulator, FILL-IN]"));

            assertThat(refusal())
                    .containsExactly(
                            file("a.yaml") + ":4:31: waivers[0].environments[1]: this is still as it was printed."
                                    + " Replace what stands here by what you know.");
        }

        @Test
        void arePrintedWithADigestWhenTheValueIsLong() {
            var of500 = WaiverTemplate.lines(
                    "REG-361.a.b", "simulator", "body.error", "x".repeat(500), ShippedPolicy.TODAY);
            var of501 = WaiverTemplate.lines(
                    "REG-361.a.b", "simulator", "body.error", "x".repeat(501), ShippedPolicy.TODAY);

            assertThat(of500).contains("    actual: \"" + "x".repeat(500) + "\"");
            assertThat(of501)
                    .contains("    actual-sha256: "
                            + ToleratedValue.Digest.of("x".repeat(501)).sha256());
        }

        private String waiver() {
            return """
                    waivers:
                      - id: W-1
                        requirement: REG-361.entity-create.*
                        environments: [simulator, local]
                        check: body.error
                        actual: constraint_violation
                        reason: the name is mended in the next release
                        issue: https://issues.example/7
                        owner: schema team
                        created: 2026-11-01
                        expires: 2027-01-30
                        strict: true
                    """;
        }

        private void waivers(String name, String text) {
            write(name, text);
        }

        private void write(String name, String text) {
            try {
                Files.createDirectories(policy.resolve("waivers"));
                Files.writeString(policy.resolve("waivers").resolve(name), text, StandardCharsets.UTF_8);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        private String file(String name) {
            return policy.resolve("waivers").resolve(name).toString();
        }
    }

    @Nested
    class Globs {

        @Test
        void standForThemselvesButForTheStarAndTheQuestionMark() {
            assertThat(Glob.of("REG-361.*.x").matches("REG-361.entity-create.x"))
                    .isTrue();
            assertThat(Glob.of("REG-361.*.x").matches("REG-361.entity-create.xy"))
                    .isFalse();
            assertThat(Glob.of("REG-36?.a.b").matches("REG-361.a.b")).isTrue();
            assertThat(Glob.of("REG-36?.a.b").matches("REG-36.a.b")).isFalse();
            assertThat(Glob.of("REG-361.a.b").matches("REG-361xaxb")).isFalse();
            assertThat(Glob.of("a*"))
                    .isEqualTo(Glob.of("a*"))
                    .hasSameHashCodeAs(Glob.of("a*"))
                    .isNotEqualTo(Glob.of("a?"))
                    .hasToString("a*");
            assertThat(Glob.of("a").equals((Object) "a")).isFalse();
        }
    }

    private void change(String from, String to) {
        assertThat(gate).contains(from);
        gate = gate.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
        try {
            Files.writeString(policy.resolve("gate.yaml"), gate);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private List<String> refusal() {
        var problems = new ArrayList<String>();
        assertThatExceptionOfType(YamlException.class)
                .isThrownBy(() -> PolicyReader.read(policy))
                .satisfies(refused -> refused.problems().forEach(problem -> problems.add(problem.toString())));
        return problems;
    }
}
