package io.regcontract.cli.language;

import io.regcontract.simulator.RegistrationSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A simulator as a tenant with the made-up foreign schema, and a directory with the profile {@code staging} of it. */
final class TwinTenant implements AutoCloseable {

    private static final Path FILES =
            Path.of(System.getProperty("regcontract.root"), "contract-tests/src/test/resources/twin");
    private static final String SECRET = "the-owners-secret-of-this-tenant";
    private static final String PERMISSION = "yes-it-may-be-read";

    private final Path root;
    private final RegistrationSimulator simulator;

    TwinTenant(Path root) throws IOException {
        this.root = root;
        var settings =
                Files.writeString(root.resolve("tenants-settings.json"), "{\"may-work-here\":\"" + PERMISSION + "\"}");
        this.simulator = RegistrationSimulator.builder()
                .application("harbour")
                .ownerClient("owner", SECRET)
                .loginClient("login")
                .type(FILES.resolve("user.json"))
                .recordsOf("user", FILES.resolve("users.ndjson"))
                .settings(settings)
                .start();
        profile(1_000);
    }

    void profile(int callsPerSecond) throws IOException {
        Files.writeString(
                Files.createDirectories(root.resolve("environments/profiles")).resolve("staging.yaml"),
                """
                name: staging
                description: A simulator that plays a sandbox.
                kind: sandbox
                base-address: %s
                dialect: documented
                application: harbour
                credentials:
                  owner: {client-id: owner, client-secret: env:TWIN_SECRET}
                  login: {client-id: login}
                guard:
                  hosts: [127.0.0.1]
                  marker: {setting: may-work-here, value: env:TWIN_MARKER}
                budgets: {calls: 5000, things: 500}
                pace: {calls-per-second: %d, in-flight: 2}
                """
                        .formatted(simulator.baseAddress(), callsPerSecond));
    }

    RegistrationSimulator simulator() {
        return simulator;
    }

    /** What the profile's references refer to. */
    static Map<String, String> environment() {
        return Map.of("TWIN_SECRET", SECRET, "TWIN_MARKER", PERMISSION);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
