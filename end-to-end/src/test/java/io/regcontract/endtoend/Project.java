package io.regcontract.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.cli.RegcontractCommand;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.endtoend.Damage.Expected;
import io.regcontract.environment.ControlPlaneAccess;
import io.regcontract.environment.Secret;
import io.regcontract.report.cli.ReportsCommand;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import io.regcontract.suite.cli.SuiteCommand;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.state.ControlPlaneClient;
import io.regcontract.suite.state.ControllableEnvironmentState;
import io.regcontract.suite.transport.PlainHttpClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A project's directory with one environment, and the two commands as a person types them there. */
final class Project {

    /** The one requirement that is driven where one is enough. */
    static final String TAKEN = "REG-361.entity-create.duplicate-value";

    private static final String ENVIRONMENT = "damaged";
    private static final String CONTROL_TOKEN = "end-to-end-control-token";
    private static final Path SHIPPED = Path.of(System.getProperty("regcontract.root", ".."));

    private final Path root;
    private final boolean asProcesses;

    private Project(Path root, boolean asProcesses) {
        this.root = root;
        this.asProcesses = asProcesses;
    }

    /** A simulator for any number of projects. */
    static RegistrationSimulator simulator(SpokenDialect dialect) {
        return RegistrationSimulator.builder()
                .application("endtoend")
                .ownerClient("damaged-owner", Damage.SECRET)
                .controlToken(CONTROL_TOKEN)
                .dialect(dialect)
                .start();
    }

    /** Switches groups of operations off, as nobody switched them on again. */
    static void leaveInMaintenance(RegistrationSimulator simulator, String... groups) {
        var control = new ControlPlaneClient(
                new ControlPlaneAccess(simulator.controlAddress(), new Secret(CONTROL_TOKEN)),
                new PlainHttpClient(new Redactor(), Clock.systemUTC(), Duration.ofSeconds(20)));
        new ControllableEnvironmentState(control, simulator.application(), exchange -> {}).maintenance(Set.of(groups));
    }

    /**
     * One in an empty directory.
     *
     * @param address where the service seems to be
     * @param logged whether there is a control plane, and with it an API log
     */
    static Project in(Path root, URI address, RegistrationSimulator simulator, SpokenDialect dialect, boolean logged)
            throws IOException {
        Files.copy(
                SHIPPED.resolve("reports/policy/gate.yaml"),
                Files.createDirectories(root.resolve("reports/policy")).resolve("gate.yaml"));
        var project = new Project(root, false);
        Files.writeString(root.resolve("owner"), Damage.SECRET);
        Files.writeString(root.resolve("control"), CONTROL_TOKEN);
        project.at(address, simulator, dialect, logged);
        return project;
    }

    /** Says where the service is now. */
    void at(URI address, RegistrationSimulator simulator, SpokenDialect dialect, boolean logged) throws IOException {
        var observed = Files.readString(SHIPPED.resolve("environments/profiles/simulator-observed.yaml"));
        Files.writeString(
                Files.createDirectories(root.resolve("environments/profiles")).resolve(ENVIRONMENT + ".yaml"),
                """
                name: %s
                description: A simulator behind a proxy that damages answers.
                kind: simulator
                base-address: %s
                dialect: %s
                credentials:
                  owner:
                    client-id: damaged-owner
                    client-secret: file:../../owner
                  login:
                    client-id: %s
                """
                                .formatted(
                                        ENVIRONMENT,
                                        address,
                                        dialect.name().toLowerCase(Locale.ROOT),
                                        simulator.loginClientId())
                        + (logged
                                ? """
                                  control:
                                    address: %s
                                    token: file:../../control
                                  """
                                        .formatted(simulator.controlAddress())
                                : "")
                        + """
                          pace:
                            in-flight: 4
                          """
                        + (dialect == SpokenDialect.OBSERVED
                                ? observed.substring(observed.indexOf("accepted-errata:"))
                                : ""));
    }

    /** The same directory, where each command is a process of its own. */
    Project asProcesses() {
        return new Project(root, true);
    }

    /**
     * How a command ended.
     *
     * @param console what it printed, and what it complained of
     */
    record Ended(int exitCode, String console) {}

    /** Drives the contract under an id, one requirement or every code. */
    Ended suite(String run, boolean whole) {
        var arguments = new ArrayList<>(
                List.of("run", "--root", root.toString(), "--env", ENVIRONMENT, "--run", run, "--attempt", run + "-1"));
        arguments.addAll(whole ? List.of("--scope", "codes") : List.of("--req", TAKEN));
        return ended(SuiteCommand.class, arguments.toArray(String[]::new));
    }

    Ended gate(String run, String... more) {
        var arguments = new ArrayList<>(List.of("gate", "--root", root.toString(), "--run", run));
        arguments.addAll(Arrays.asList(more));
        return ended(ReportsCommand.class, arguments.toArray(String[]::new));
    }

    /** Drives, judges, and compares all that comes of it. */
    void endsAs(Expected expected, String run, boolean whole) throws IOException {
        var suite = suite(run, whole);
        assertThat(suite.exitCode()).as(suite.console()).isEqualTo(expected.suite());
        var gate = gate(run, "--attempt", run + "-1");
        var said = suite.console() + gate.console();

        assertThat(gate.exitCode()).as(said).isEqualTo(expected.exitCode());
        assertThat(verdict().path("verdict").asString()).isEqualTo(expected.verdict());
        assertThat(verdict().path("exitCode").asInt()).isEqualTo(expected.exitCode());
        if (expected.exitCode() != 1) {
            assertThat(verdict().path("requirements").path("contradicted").asInt())
                    .isZero();
        }
        assertThat(said).contains(expected.says());
        showsNothingItMustNot(said);
    }

    JsonNode verdict() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(root.resolve("reports/target/regcontract/verdict.json")));
    }

    /** No trace of a stack, no character that acts, no order to the program that shows it, and no secret. */
    private static void showsNothingItMustNot(String console) {
        assertThat(console.lines())
                .noneMatch(line -> line.matches("\\s+at [\\w.$/]+\\(.*\\).*"))
                .noneMatch(line -> line.matches("(Caused by: |Exception in thread ).*"))
                .noneMatch(line -> line.matches("\\s*::.*") || line.contains("##[") || line.contains("##vso["));
        assertThat(console).doesNotContain("Exception", "a defect of regcontract", Damage.SECRET);
        assertThat(console.replace(System.lineSeparator(), "").codePoints()).noneMatch(ServiceText::acts);
    }

    private Ended ended(Class<?> command, String... arguments) {
        if (asProcesses) {
            return process(arguments);
        }
        var console = new StringWriter();
        var printer = new PrintWriter(console);
        int exitCode = command.equals(SuiteCommand.class)
                ? SuiteCommand.execute(printer, printer, arguments)
                : ReportsCommand.execute(printer, printer, arguments);
        return new Ended(exitCode, console.toString());
    }

    /** As a person starts it: the one program with every command. */
    private Ended process(String... arguments) {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RegcontractCommand.class.getName()));
        line.addAll(Arrays.asList(arguments));
        try {
            var console = Files.createTempFile(root, "console", ".txt");
            var process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(console.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("it did not end: " + Files.readString(console));
            }
            return new Ended(process.exitValue(), Files.readString(console));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
