package io.regcontract.suite.trial;

import io.regcontract.environment.Profile;
import io.regcontract.environment.loading.Environments;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Exchange.Role;
import io.regcontract.suite.plan.RunOptions;
import io.regcontract.suite.plan.RunSettings;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.transport.ServiceClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulator that plays a sandbox with something to lose, a project's directory with its profile, and a look behind. */
public final class SandboxProject implements AutoCloseable {

    public static final String MARKER = "may-work-here";
    public static final String PERMISSION = "yes-it-may-work-here";
    public static final Map<String, String> VARIABLES =
            Map.of("TRIAL_SECRET", "owner-secret", "TRIAL_MARKER", PERMISSION);

    private static final String PROFILE =
            """
            name: trial
            description: A simulator that plays a sandbox.
            kind: sandbox
            base-address: ADDRESS
            dialect: documented
            credentials:
              owner: {client-id: owner, client-secret: env:TRIAL_SECRET}
              login: {client-id: login}
            guard:
              hosts: [127.0.0.1]
              marker: {setting: may-work-here, value: env:TRIAL_MARKER}
            budgets: {calls: 5000, things: 500}
            pace: {calls-per-second: 1000, in-flight: 4}
            """;

    private final Path root;
    private final RegistrationSimulator simulator;
    private final ServiceClient http;

    private SandboxProject(Path root, RegistrationSimulator simulator) {
        this.root = root;
        this.simulator = simulator;
        this.http = new ServiceClient(
                simulator.baseAddress(), new Redactor(), Clock.systemUTC(), Duration.ofSeconds(10), 2);
        write(PROFILE);
    }

    /** Begins one, its marker set. */
    public static SandboxProject in(Path root) {
        var trial = new SandboxProject(
                root,
                RegistrationSimulator.builder()
                        .application("acme")
                        .ownerClient("owner", "owner-secret")
                        .loginClient("login")
                        .start());
        trial.ask(trial.call("/settings/set_default").with("key", MARKER).with("value", PERMISSION));
        return trial;
    }

    /** The profile, changed. */
    public SandboxProject profile(String from, String to) {
        if (!PROFILE.contains(from)) {
            throw new IllegalArgumentException("the profile has no " + from);
        }
        write(PROFILE.replace(from, to));
        return this;
    }

    /** The profile with more keys. */
    public SandboxProject profile(String more) {
        write(PROFILE + more);
        return this;
    }

    /** The profile of something else at another address. */
    public static void write(Path root, URI address, String from, String to) {
        write(root, PROFILE.replace(from, to).replace("ADDRESS", address.toString()));
    }

    private void write(String text) {
        write(root, text.replace("ADDRESS", simulator.baseAddress().toString()));
    }

    private static void write(Path root, String text) {
        try {
            var profiles = Files.createDirectories(root.resolve("environments/profiles"));
            Files.writeString(profiles.resolve("trial.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Profile profile(Path root) {
        return Environments.in(root.resolve("environments/profiles"), VARIABLES).named("trial");
    }

    public Profile profile() {
        return profile(root);
    }

    /** What a run is told, with more to choose by name. */
    public static RunSettings settings(Path root, Map<String, String> chosen) {
        return new RunSettings(
                "trial",
                new RunOptions(
                        chosen.getOrDefault("scope", ""),
                        "",
                        chosen.getOrDefault("req", ""),
                        chosen.getOrDefault("code", ""),
                        "",
                        "",
                        "",
                        "",
                        chosen.getOrDefault("confirm", "")),
                "trial-run",
                root,
                VARIABLES);
    }

    public ServiceClient http() {
        return http;
    }

    public Credential owner() {
        return new Credential.Basic("owner", "owner-secret");
    }

    /** A call of the owner. */
    public Call call(String operation) {
        return Call.to(operation, owner());
    }

    /** The answer to a call that goes by all escorts. */
    public JsonNode ask(Call call) {
        return JsonMapper.shared()
                .readTree(http.send(call, Role.SET_UP, exchange -> {}).answer().body());
    }

    /** How many things are there beyond what was there at the beginning: clients, types, accounts and settings. */
    public int things() {
        var clients = ask(call("/clients/list")).path("results").size() - 2;
        var types = ask(call("/entityType.list")).path("results").size() - 1;
        var accounts = ask(call("/entity.count").with("type_name", "user"))
                .path("total_count")
                .asInt();
        var settings = (int) ask(call("/settings/default_keys"))
                .path("result")
                .valueStream()
                .filter(key -> key.asString().startsWith("regcontract"))
                .count();
        var own = (int) ask(call("/settings/client_keys").with("for_client_id", "owner"))
                .path("result")
                .valueStream()
                .count();
        return clients + types + accounts + settings + own;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
