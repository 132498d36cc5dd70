package io.regcontract.report.cli;

import io.regcontract.contract.input.RunId;
import io.regcontract.report.allure.AllureReport;
import io.regcontract.report.leak.LeakScan;
import io.regcontract.report.record.RecordCriteria;
import io.regcontract.report.record.RunRefusal;
import io.regcontract.report.render.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The gate inside a Maven build. Maven can only say pass or fail: what is not a pass is thrown, and the message is
 * the one line a person needs. Arguments come from the pom, never from a person.
 */
@Command(name = "maven-gate", description = "Judges the run of this very build.")
public final class MavenGate {

    /** As the pom has maven.build.timestamp.format. */
    private static final DateTimeFormatter BEGAN = new DateTimeFormatterBuilder()
            .appendPattern("yyyyMMdd'T'HHmmss")
            .appendValue(ChronoField.MILLI_OF_SECOND, 3)
            .appendLiteral('Z')
            .toFormatter(Locale.ROOT);

    @Mixin
    private ProjectPaths paths = new ProjectPaths();

    @Option(names = "--run", required = true)
    private String run = "";

    /** What this build has begun, and no other. */
    @Option(names = "--attempt", required = true)
    private String attempt = "";

    /** Has an unpacked Allure command line in it. */
    @Option(names = "--allure", required = true)
    private Path allure = Path.of("");

    /** Gets Allure's page. Default: {@code reports/target/allure}. */
    @Option(names = "--allure-report")
    private Optional<Path> allureReport = Optional.empty();

    /** Gets what Allure's generator says. Default: {@code reports/target/allure.log}. */
    @Option(names = "--allure-log")
    private Optional<Path> allureLog = Optional.empty();

    /** When this build began, as Maven writes it; empty where it is not known. */
    @Option(names = "--began")
    private String began = "";

    /** Empty for today, UTC. */
    @Option(names = "--as-of", required = true)
    private String asOf = "";

    /** The module that judges where the build has it; empty where this call is that module's. */
    @Option(names = "--unless-built")
    private String judge = "";

    /** The modules of this build, as Maven writes a list of them. */
    @Option(names = "--modules")
    private String modules = "";

    @Mixin
    private MavenHar har = new MavenHar();

    @Mixin
    private MavenAttestation attestation = new MavenAttestation();

    private MavenGate() {}

    /**
     * Judges the run that the arguments name, and says what came of it at the end of the build.
     *
     * @throws GateFailedException when the run does not pass, with the verdict on one line
     */
    public static void main(String[] arguments) {
        var said = new ByteArrayOutputStream();
        var console = new PrintStream(said, true, StandardCharsets.UTF_8);
        try {
            judge(arguments, console);
        } catch (GateFailedException closed) {
            console.println(closed.getMessage());
            throw closed;
        } finally {
            EndOfBuild.say(said.toString(StandardCharsets.UTF_8).lines().toList());
        }
    }

    static void judge(String[] arguments, PrintStream console) {
        judge(arguments, RecordCriteria.at(Instant.now()), console);
    }

    static void judge(String[] arguments, RecordCriteria demands, PrintStream console) {
        var gate = new MavenGate();
        new CommandLine(gate).parseArgs(arguments);
        if (gate.judge.isEmpty() || !gate.modules.contains(":" + gate.judge + ":")) {
            gate.judge(demands, console);
        }
    }

    private void judge(RecordCriteria demands, PrintStream console) {
        // A name that is none becomes no path: the gate below refuses it.
        var html = new AllureReport(
                        paths.records().resolve(RunId.is(run) ? run : "none").resolve("allure-results"),
                        allureReport.orElseGet(() -> paths.below("reports/target/allure")),
                        allureLog.orElseGet(() -> paths.below("reports/target/allure.log")),
                        paths.history())
                .start(allure);
        var allureSays = new ArrayList<String>();
        var harSays = har.write(paths, run, attempt);
        var options = new GateOptions(
                paths.records(),
                run,
                paths.out(),
                paths.policy(),
                Optional.empty(),
                paths.history(),
                paths.profiles(),
                demands.of(attempt),
                DayConverter.of(asOf).orElseGet(() -> LocalDate.now(Clock.systemUTC())),
                Optional.empty(),
                attestation.requested(paths));
        var leaks = new FileLeakSearch(
                began(),
                runId -> har.beside(LeakScan.targets(paths.root()), paths),
                () -> allureSays.add(html.outcome()));
        var judged = noDay().or(attestation::refusal)
                .or(() -> har.refusal(paths))
                .map(refusal -> GateRun.refused(options, Terminal.ofStandardOutput(), leaks, refusal))
                .orElseGet(() -> GateRun.of(options, Terminal.ofStandardOutput(), leaks));
        html.tell(judged.verdict(), judged.sentence()).ifPresent(allureSays::add);
        judged.report().forEach(console::println);
        allureSays.forEach(console::println);
        harSays.ifPresent(console::println);
        if (!judged.passed()) {
            throw new GateFailedException(judged.line());
        }
        console.println(judged.line());
    }

    private Optional<RunRefusal> noDay() {
        return asOf.isEmpty() || DayConverter.of(asOf).isPresent()
                ? Optional.empty()
                : Optional.of(new RunRefusal(
                        true, "-DasOf=" + asOf + " is not a day.", "Write year-month-day, such as -DasOf=2026-11-22."));
    }

    /** The whole second in which the build began: some file systems know no less. */
    private Instant began() {
        return began.isEmpty()
                ? Instant.EPOCH
                : LocalDateTime.parse(began, BEGAN).toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    }
}
