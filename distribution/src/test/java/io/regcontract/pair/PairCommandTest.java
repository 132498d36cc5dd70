package io.regcontract.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.pair.PairUnderTest.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two environments side by side. */
@TestInstance(Lifecycle.PER_CLASS)
class PairCommandTest {

    private static final String TOKEN = "token 16 of a-z and 0-9 -> request_id in its place, 16 of a-z and 0-9";

    @TempDir
    private static Path root;

    private PairUnderTest project = new PairUnderTest(Path.of(""));
    private Outcome dialects = new Outcome(-1, "", "", Path.of(""));

    /** One pair for all who look at what is left of one. */
    @BeforeAll
    void drive() {
        project = PairUnderTest.in(root.resolve("project"));
        dialects = project.pair("simulator", "simulator-observed", "--code=352,380", "--scope=codes", "--run=two");
    }

    @Test
    void namesWhatDiffersOnce() {
        assertThat(dialects.exitCode()).isEqualTo(1);
        assertThat(dialects.differences())
                .containsExactly(TOKEN, "name unknown_application -> password_unacceptable", "code 380 -> 390");
        assertThat(dialects.json().at("/requirements/differs").intValue())
                .isEqualTo(dialects.json().at("/differences/0/requirements").size());
        assertThat(dialects.json().at("/old/seed")).isEqualTo(dialects.json().at("/new/seed"));
        assertThat(dialects.out()).contains("[DIFFERS] code: 380, now 390", "CONTRACT (exit 1): NEW does not keep ");
        assertThat(dialects.page())
                .contains("No. Something that OLD keeps is lost.", "password_unacceptable")
                .doesNotContain("<script");
    }

    @Test
    void callsEachPartAsTheDocumentationDoes() {
        assertThat(dialects.out())
                .contains(
                        "[DIFFERS] request_token: 16 of a-z and 0-9, now request_id in its place, 16 of a-z and 0-9",
                        "[DIFFERS] error: unknown_application, now password_unacceptable");
        assertThat(dialects.page()).contains("<b>request_token</b>", "request_id in its place, 16 of a-z and 0-9");
    }

    @Test
    void namesTheErrataThatItsOldProfileDoesNotAccept() throws IOException {
        var other = PairUnderTest.in(root.resolve("bare"));
        var observed = Files.readString(other.profiles().resolve("simulator-observed.yaml"));
        Files.writeString(
                other.profiles().resolve("bare.yaml"),
                observed.replaceAll("(?s)accepted-errata:.*", "").replace("name: simulator-observed", "name: bare"));

        var outcome = other.pair("bare", "simulator", "--code=352,380", "--scope=codes");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out())
                .contains("Nothing that OLD keeps was observed in both, so this says nothing of NEW. Where OLD differs,"
                        + " known errata say so: list E-01, E-02 under accepted-errata and R-taken-address under"
                        + " accepted-readings in environments/profiles/bare.yaml, each with its reason, if that is how it"
                        + " should speak, and drive it again.");
    }

    @Test
    void tellsJUnitWhatIsLost() throws IOException {
        assertThat(Files.readString(dialects.reports().resolve("junit.xml")))
                .contains("name=\"380 /oauth/register_native_traditional\"", "code: 380, now 390", "<failure");
    }

    @Test
    void isIncompleteOverAPartThoughNothingDiffers() {
        var other = PairUnderTest.in(root.resolve("part"));

        var outcome = other.pair("simulator", "simulator", "--code=352", "--scope=codes");

        assertThat(outcome.json().at("/requirements/differs").intValue()).isZero();
        assertThat(outcome.json().at("/requirements/same").intValue()).isPositive();
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out()).contains("INCOMPLETE (exit 4): OLD: The run was of a part only");
    }

    @Test
    void takesARecordedRunForTheOldOneAndDrivesTheNewOneByItsSeed() throws IOException {
        var other = PairUnderTest.in(root.resolve("recorded"));
        PairUnderTest.copy(project.run("two-old"), other.run("two-old"));

        var outcome = other.pair(other.run("two-old").toString(), "simulator", "--code=352,380");

        assertThat(outcome.out()).doesNotContain("OLD: driving").contains("NEW: driving simulator");
        assertThat(outcome.json().at("/old/recorded").booleanValue()).isTrue();
        assertThat(outcome.json().at("/new/seed")).isEqualTo(dialects.json().at("/old/seed"));
        assertThat(outcome.differences()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(4);
    }

    @Test
    void neverPassesWhereAHalfWasInterrupted() throws IOException {
        var other = PairUnderTest.in(root.resolve("cut"));
        PairUnderTest.copy(project.run("two-old"), other.run("two-old"));
        PairUnderTest.copy(project.run("two-old"), other.run("copy/two-old"));
        var file = other.run("copy/two-old").resolve("observations-simulator-1of1.jsonl");
        var lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 1));

        var outcome = other.pair(
                other.run("two-old").toString(), other.run("copy/two-old").toString(), "--code=352,380");

        assertThat(outcome.differences()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.json().path("findings").toString()).contains("NEW: ", "footer");
    }

    @Test
    void neverPassesWhereTheHalvesAreOfOtherSelections() throws IOException {
        var other = PairUnderTest.in(root.resolve("selections"));
        PairUnderTest.copy(project.run("two-old"), other.run("two-old"));

        var outcome = other.pair(other.run("two-old").toString(), "simulator", "--code=352");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.json().path("findings").toString())
                .contains("The halves are of other selections: OLD of -Dcode=352,380, NEW of -Dcode=352.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|simulator|OLD is empty: name a profile, or the directory of a recorded run.",
                "simulator|./nowhere|NEW './nowhere' is not there.",
                "environments|simulator|there is no environment 'environments'",
                "/|simulator|OLD '/' is a directory without the record of a run: name one that has observations-*.jsonl.",
                "simulator|unheard-of|there is no environment 'unheard-of'",
                "simulator|'a\u0000b'|NEW "
            })
    void saysInASentenceWhatCannotBeCompared(String old, String now, String sentence) {
        var outcome = PairUnderTest.in(root.resolve("refused-" + Integer.toHexString((old + now).hashCode())))
                .pair(old, now);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains(sentence).doesNotContain("Exception", "\tat ");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void asksForTheSelectionOfARecordedPart() {
        var outcome = project.pair(project.run("two-old").toString(), "simulator");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("The recorded run is of a part only ('-Dcode=352,380'): give the same selection, with --code,"
                        + " --operation or --req.");
    }
}
