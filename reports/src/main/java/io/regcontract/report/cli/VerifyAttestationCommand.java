package io.regcontract.report.cli;

import io.regcontract.report.attest.JudgedFiles;
import io.regcontract.report.attest.ResourceDescriptor;
import io.regcontract.report.attest.SignedStatement;
import io.regcontract.report.attest.Subject;
import io.regcontract.report.attest.TestResult;
import io.regcontract.report.attest.VerificationKey;
import io.regcontract.report.judge.GateOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify-attestation}: whether a signed verdict is what it says, and lets a release pass. */
@Command(
        name = "verify-attestation",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description =
                "Checks a signed attestation of 'gate': by whom it is signed, about which release, and what it says.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is signed by this key, it is about what was asked for, and the gate passed",
            "1:all of that, and the gate did not pass, or passed with a warning",
            "2:it is refused: forged, damaged, unsigned, about something else; or a wrong call"
        })
final class VerifyAttestationCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "A file that gate --attest --sign wrote.")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            order = -9,
            required = true,
            paramLabel = "PUBLIC.pem",
            description = "The public key of the one that signed, in PEM.")
    private Path key = Path.of("");

    @Option(
            names = "--subject",
            order = -8,
            paramLabel = "[NAME@]DIGEST",
            description =
                    "The release that it must be about, such as registry.example/app@sha256:HEX. May be repeated.")
    private List<String> subjects = new ArrayList<>();

    @Option(
            names = "--environment",
            order = -7,
            paramLabel = "NAME",
            description = "Where the run must have taken place. A pass in a simulator says nothing about a service.")
    private Optional<String> environment = Optional.empty();

    @Option(
            names = "--policy",
            order = -6,
            paramLabel = "DIR",
            description = "The policy that it must have been judged by: gate.yaml and waivers/.")
    private Optional<Path> policy = Optional.empty();

    @Option(
            names = "--profile",
            order = -5,
            paramLabel = "FILE",
            description = "The profile that the environment must have had.")
    private Optional<Path> profile = Optional.empty();

    @Option(
            names = "--record",
            order = -4,
            paramLabel = "DIR",
            description = "The directory of the run whose record must have been judged.")
    private Optional<Path> record = Optional.empty();

    @Option(
            names = "--accept-warned",
            order = -3,
            description = "Lets WARNED pass as well: with a reservation, a waiver or something to remark upon.")
    private boolean acceptWarned;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        demandValue("--key", Optional.of(key));
        demandValue("--policy", policy);
        demandValue("--profile", profile);
        demandValue("--record", record);
        var wanted = subjects.stream().map(Subject::parse).toList();
        var statement = SignedStatement.read(file, VerificationKey.read(key));
        wanted.forEach(statement::demandSubject);
        environment.ifPresent(statement::demandEnvironment);
        demand(statement, "--policy", JudgedFiles.POLICY, policy, JudgedFiles::policy);
        demand(statement, "--profile", JudgedFiles.PROFILE, profile, JudgedFiles::profile);
        demand(statement, "--record", JudgedFiles.RECORD, record, JudgedFiles::record);
        var console = spec.commandLine().getOut();
        statement.lines().forEach(console::println);
        if (subjects.isEmpty()) {
            console.println("Name the release that you have with --subject: for this one alone it says anything.");
        }
        boolean passes =
                statement.result() == TestResult.PASSED || (acceptWarned && statement.result() == TestResult.WARNED);
        console.println(statement.result() + ", signed by the key in " + key
                + (statement.result() == TestResult.WARNED && !acceptWarned
                        ? ": passes with --accept-warned alone"
                        : ""));
        console.flush();
        return (passes ? GateOutcome.PASS : GateOutcome.CONTRACT).exitCode();
    }

    /** An empty value is one that a script could not fill in. */
    private static void demandValue(String option, Optional<Path> path) {
        if (path.filter(empty -> empty.toString().isBlank()).isPresent()) {
            throw new UsageException(option + " has no value: name what is meant, or leave it out.");
        }
    }

    @FunctionalInterface
    private interface Described {
        List<ResourceDescriptor> in(Path path) throws IOException;
    }

    private static void demand(
            SignedStatement statement, String option, String folder, Optional<Path> path, Described described) {
        if (path.isPresent()) {
            try {
                statement.demand(folder, described.in(path.get()));
            } catch (IOException unreadable) {
                throw new UsageException("What " + option + " names cannot be read: " + path.get() + ".");
            }
        }
    }
}
