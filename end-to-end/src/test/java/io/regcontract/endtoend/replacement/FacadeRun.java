package io.regcontract.endtoend.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.facade.Facade;
import io.regcontract.facade.http.Gateway;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.plan.RunOptions;
import io.regcontract.suite.plan.RunSettings;
import io.regcontract.suite.run.SuiteRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs of the suite against a facade, as a leaver has one made against theirs: by a profile of kind replacement. */
final class FacadeRun {

    /** The name of the environment. */
    static final String ENVIRONMENT = "facade";

    /** What a facade implements. */
    static final List<String> OPERATIONS = List.of(
            "/oauth/auth_native_traditional",
            "/oauth/register_native_traditional",
            "/oauth/forgot_password_native",
            "/oauth/verify_email_native",
            "/access/useVerificationCode",
            "/oauth/token",
            "/entity",
            "/entity.update",
            "/entity.find");

    private FacadeRun() {}

    /**
     * Drives a scope of the contract.
     *
     * @param root an empty directory
     * @param scope codes, matrix or operations
     * @return what was seen, in order of report
     */
    static List<Observation> observe(Facade facade, Path root, String scope) {
        return observe(facade, root, scope, "");
    }

    /** The same, with more at the end of the profile: keys below {@code fixtures}, or others. */
    static List<Observation> observe(Facade facade, Path root, String scope, String more) {
        writeProfile(facade, root, more);
        var settings = new RunSettings(
                ENVIRONMENT,
                new RunOptions(scope, "", "", "", "", "", "", "", ENVIRONMENT),
                "against-the-facade",
                root,
                Map.of());
        List<Observation> seen = new ArrayList<>();
        try (var run = SuiteRun.begin(settings)) {
            assertThat(run.refusal()).isEmpty();
            run.scenarios().forEach(scenario -> seen.add(run.seen(scenario)));
        }
        return seen;
    }

    /** Writes the profile of a facade to where a project has its profiles, and the secrets that it refers to beside them. */
    static void writeProfile(Facade facade, Path root) {
        writeProfile(facade, root, "");
    }

    static void writeProfile(Facade facade, Path root, String more) {
        var profile =
                """
                name: %s
                description: A replacement in this process.
                kind: replacement
                base-address: %s
                dialect: documented
                application: %s
                operations: [%s]
                credentials:
                  owner: { client-id: %s, client-secret: file:owner-secret }
                  login: { client-id: %s }
                control: { address: "%s", token: file:control-token }
                gateway:
                  headers: { %s: file:gateway-key }
                guard:
                  hosts: [127.0.0.1]
                  marker: { path: %s, value: file:marker }
                budgets: { calls: 50000, things: 20000 }
                pace: { calls-per-second: 1000, in-flight: 4 }
                fixtures:
                  telling-flow: telling
                """
                        .formatted(
                                ENVIRONMENT,
                                facade.baseAddress(),
                                Facade.APPLICATION,
                                String.join(", ", OPERATIONS),
                                facade.owner().id(),
                                facade.login().id(),
                                facade.controlAddress(),
                                Gateway.KEY_HEADER,
                                Gateway.MARKER);
        try {
            var profiles = Files.createDirectories(root.resolve("environments/profiles"));
            Files.writeString(profiles.resolve(ENVIRONMENT + ".yaml"), profile + more);
            Files.writeString(profiles.resolve("owner-secret"), facade.owner().secret());
            Files.writeString(profiles.resolve("control-token"), facade.controlToken());
            Files.writeString(profiles.resolve("gateway-key"), facade.gatewayKey());
            Files.writeString(profiles.resolve("marker"), facade.marker());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
