package io.regcontract.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.observe.RecordFile;
import io.regcontract.suite.observe.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlierAttemptsTest {

    @TempDir
    private Path run;

    @Test
    void setsAsideAllThatAnEarlierAttemptAtTheWholeHasLeft() throws IOException {
        write("observations-local-1of1.jsonl");
        write("allure-results/x-result.json");

        setAside("local", Shard.WHOLE);

        assertThat(names(run)).containsExactly("earlier");
        assertThat(names(run.resolve("earlier/1"))).containsExactly("allure-results", "observations-local-1of1.jsonl");
        assertThat(run.resolve("earlier/1/allure-results/x-result.json")).exists();
    }

    @Test
    void keepsEveryAttemptApart() throws IOException {
        for (var attempt = 0; attempt < 3; attempt++) {
            write("observations-local-1of1.jsonl");
            setAside("local", Shard.WHOLE);
        }

        assertThat(names(run.resolve("earlier"))).containsExactly("1", "2", "3");
    }

    @Test
    void replacesTheFileOfAShardAndKeepsThoseBesideIt() throws IOException {
        write("observations-local-1of3.jsonl");
        write("observations-local-2of3.jsonl");
        write("observations-local-3of3.jsonl");
        write("allure-results/x-result.json");

        setAside("local", new Shard(2, 3));

        assertThat(names(run))
                .containsExactly(
                        "allure-results", "earlier", "observations-local-1of3.jsonl", "observations-local-3of3.jsonl");
    }

    /** Two files of one shard, or of two cuts, would be two records of which one is old. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "observations-local-2of4.jsonl",
                "observations-local-1of2.jsonl",
                "observations-local-1of1.jsonl",
                "observations-staging-1of3.jsonl",
                "observations-local-9of3.jsonl",
                "observations-of-nothing.jsonl"
            })
    void leavesNoFileOfAnotherCutOrEnvironment(String other) throws IOException {
        write(other);

        setAside("local", new Shard(2, 3));

        assertThat(names(run)).containsExactly("earlier");
    }

    /** It tells the gate which attempt is the latest, and was written before this one began. */
    @Test
    void keepsWhatTellsWhichAttemptIsTheLatest() throws IOException {
        write("observations-local-2of3.jsonl");
        write("begun-local-2of3.txt");
        write("begun-local-1of3.txt");

        setAside("local", new Shard(2, 3));

        assertThat(names(run)).containsExactly("begun-local-1of3.txt", "begun-local-2of3.txt", "earlier");
    }

    @Test
    void leavesNothingBehindWhereNothingWas() throws IOException {
        setAside("local", Shard.WHOLE);
        assertThat(names(run)).isEmpty();

        new EarlierAttempts(run.resolve("none")).setAside(RecordFile.of("local", Shard.WHOLE));
        assertThat(names(run)).isEmpty();
    }

    private void setAside(String environment, Shard shard) throws IOException {
        new EarlierAttempts(run).setAside(RecordFile.of(environment, shard));
    }

    private void write(String file) throws IOException {
        var path = run.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "{}\n");
    }

    private static List<String> names(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
