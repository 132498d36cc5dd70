package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What jcmd, a tool of every JDK, tells about another process: how many threads it has and what lives in its heap. */
record RunningJvm(Path jcmd, Process process) {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    /** Skips the test where the Java that runs it has no jcmd beside it. */
    static RunningJvm of(Process process) {
        var bin = Path.of(System.getProperty("java.home"), "bin");
        var jcmd = bin.resolve(System.getProperty("os.name").startsWith("Windows") ? "jcmd.exe" : "jcmd");
        assumeThat(jcmd)
                .as("%s counts the threads and the heap of another process; this Java is no JDK", jcmd)
                .exists();
        return new RunningJvm(jcmd, process);
    }

    /** Threads that run Java code. */
    long threads() throws IOException, InterruptedException {
        return told("Thread.print")
                .lines()
                .filter(line -> line.startsWith("\"") && line.contains(" prio="))
                .count();
    }

    /** Bytes of the objects that are still in use; the process collects its garbage first. */
    long livingBytes() throws IOException, InterruptedException {
        var total = TOTAL.matcher(told("GC.class_histogram"));
        assertThat(total.find()).as("the histogram has a total").isTrue();
        return Long.parseLong(total.group(1));
    }

    private String told(String command) throws IOException, InterruptedException {
        var answer = Files.createTempFile("jcmd", ".txt");
        try {
            int exit = new ProcessBuilder(List.of(jcmd.toString(), Long.toString(process.pid()), command))
                    .redirectErrorStream(true)
                    .redirectOutput(answer.toFile())
                    .start()
                    .waitFor();
            var text = Files.readString(answer, StandardCharsets.UTF_8);
            assertThat(exit).as("jcmd %s: %s", command, text).isZero();
            return text;
        } finally {
            Files.delete(answer);
        }
    }
}
