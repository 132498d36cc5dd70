package io.regcontract.suite.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * A running stand-in for a tenant. What a tester has to put into a real one by hand is there: the clients, the marker, a
 * flow that tells which part of a log-in was wrong, a broken flow, a flow with a trigger, an expired access token.
 *
 * <pre>{@code
 * try (var tenant = StandInTenant.start(directory)) {
 *     var environment = tenant.environment();   // what a profile's references find
 *     ...
 *     assertThat(tenant.leftovers()).isEmpty();
 * }
 * }</pre>
 */
final class StandInTenant implements AutoCloseable {

    static final String APPLICATION = "standin";
    static final String PROFILE = "stand-in";
    static final String MARKER_SETTING = "regcontract-may-work-here";
    static final String TELLING_FLOW = "telling";
    static final String MAIL_DOMAIN = "standin.example.com";
    static final String BROKEN_FLOW = "broken-on-purpose";
    static final String TRIGGERING_FLOW = "triggers-on-purpose";

    /** What the trigger says, as it was recorded. */
    static final String TRIGGER_MESSAGE = "that account is social signin only";

    /** Longer than an access token lives. */
    private static final Duration LONG_AGO = Duration.ofHours(2);

    private final Traits traits;
    private final SimulatorProcess simulator;
    private final TlsGateway front;
    private final StandInControl backDoor;
    private final Path certificate;
    private final String ownerSecret;
    private final String marker;
    private final String expiredToken;
    private final Set<String> founded;

    /**
     * What is hard about it.
     *
     * @param quotaCalls calls that the application takes
     * @param quotaSpan in any such span
     * @param searchLag how long entity.find and entity.count take to notice a change
     * @param clockOffset how far its clock is ahead
     * @param badGatewayEvery every so many calls a gateway answers with HTML in its place; 0 for never
     */
    record Traits(int quotaCalls, Duration quotaSpan, Duration searchLag, Duration clockOffset, int badGatewayEvery) {

        /** A tenant on its first day. */
        static final Traits USUAL =
                new Traits(500, Duration.ofMinutes(1), Duration.ofSeconds(2), Duration.ofSeconds(90), 0);

        Traits badGatewayEvery(int calls) {
            return new Traits(quotaCalls, quotaSpan, searchLag, clockOffset, calls);
        }

        /** One that takes calls as fast as they come. */
        Traits unhurried() {
            return new Traits(1_000_000, quotaSpan, searchLag, clockOffset, badGatewayEvery);
        }
    }

    private StandInTenant(Path directory, Traits traits) {
        this.traits = traits;
        this.ownerSecret = secret();
        this.marker = secret();
        var controlToken = secret();
        var authority = new TestCertificateAuthority();
        this.certificate = authority.writeTo(directory.resolve("authority.pem"));
        this.simulator = SimulatorProcess.start(List.of(
                "--application",
                APPLICATION,
                "--dialect",
                "observed",
                "--owner-client-id",
                ownerClientId(),
                "--owner-client-secret",
                ownerSecret,
                "--login-client-id",
                loginClientId(),
                "--control-token",
                controlToken,
                "--clock-offset",
                Long.toString(traits.clockOffset().toSeconds()),
                "--quota",
                traits.quotaCalls() + "/" + traits.quotaSpan().toSeconds(),
                "--search-lag",
                Long.toString(traits.searchLag().toSeconds())));
        try {
            this.backDoor =
                    new StandInControl(simulator.address(), APPLICATION, ownerClientId(), ownerSecret, controlToken);
            this.expiredToken = furnish();
            this.front = new TlsGateway(
                    authority.server(),
                    simulator.address(),
                    Clock.offset(Clock.systemUTC(), traits.clockOffset()),
                    traits.badGatewayEvery());
            this.founded = Set.copyOf(things().keySet());
        } catch (RuntimeException failed) {
            simulator.close();
            throw failed;
        }
    }

    /** Starts one as tenants usually are; its certificate and the files of its secrets go into the directory. */
    static StandInTenant start(Path directory) {
        return start(directory, Traits.USUAL);
    }

    static StandInTenant start(Path directory, Traits traits) {
        return new StandInTenant(directory, traits);
    }

    /** Where it answers: https, by a name. */
    URI address() {
        return URI.create("https://localhost:" + front.port());
    }

    /** PEM file of the authority that vouches for it. */
    Path certificate() {
        return certificate;
    }

    String ownerClientId() {
        return "standin-owner";
    }

    String ownerClientSecret() {
        return ownerSecret;
    }

    String loginClientId() {
        return "standin-login";
    }

    /** What the marker's setting holds. */
    String marker() {
        return marker;
    }

    String expiredAccessToken() {
        return expiredToken;
    }

    /** What the references of its profile find. */
    Map<String, String> environment() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("STANDIN_BASE_URL", address().toString());
        environment.put("STANDIN_OWNER_CLIENT_ID", ownerClientId());
        environment.put("STANDIN_OWNER_CLIENT_SECRET", ownerSecret);
        environment.put("STANDIN_LOGIN_CLIENT_ID", loginClientId());
        environment.put("STANDIN_MARKER", marker);
        environment.put("STANDIN_EXPIRED_ACCESS_TOKEN", expiredToken);
        return environment;
    }

    /** Writes the profile that is shipped for it where a test has its profiles; its references are to {@link #environment()}. */
    void writeProfile(Path profiles) {
        writeProfile(profiles, shipped -> shipped);
    }

    /** The same, for runs that do not keep a pace and wait for nothing: those of a tenant that is unhurried. */
    void writeHurriedProfile(Path profiles) {
        writeHurriedProfile(profiles, profile -> profile);
    }

    /** The same with a change. */
    void writeHurriedProfile(Path profiles, UnaryOperator<String> change) {
        writeProfile(
                profiles,
                shipped -> change.apply(shipped.replaceFirst("calls-per-second: .*", "calls-per-second: 1000")
                        .replaceFirst("waiting-seconds: .*", "waiting-seconds: 0")));
    }

    /** The one that is shipped with a change. */
    void writeProfile(Path profiles, UnaryOperator<String> change) {
        try {
            var shipped = Files.readString(Path.of("../environments/profiles").resolve(PROFILE + ".yaml"));
            Files.writeString(
                    profiles.resolve(PROFILE + ".yaml"),
                    change.apply(shipped).replaceFirst("(?m)^certificates: .*", "certificates: file:" + certificate));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What only its owner must know, for tests that look for it elsewhere. */
    Set<String> secrets() {
        return Set.of(ownerSecret, marker, expiredToken);
    }

    /** Connections that were opened to it. */
    int connections() {
        return front.connections();
    }

    /** Calls that arrived. */
    int calls() {
        return front.calls();
    }

    Map<String, Long> callsByPath() {
        return front.callsByPath();
    }

    /** Does something as soon as so many calls more have arrived, and before the last of them is answered. */
    void after(int more, Runnable alarm) {
        front.after(more, alarm);
    }

    /** Gives a client other features, as somebody could at any time. */
    void features(String client, String features) {
        backDoor.api("/clients/set_features", Map.of("for_client_id", client, "features", features));
    }

    /** From here on tells with each answer how many calls are left; or nothing, as at the beginning. */
    void tellLeft(Optional<Integer> calls) {
        front.tellLeft(calls);
    }

    int badGateways() {
        return front.badGateways();
    }

    /** How often its quota was used up. */
    int overQuota() {
        return front.overQuota();
    }

    /** Whom it wrote to. */
    Set<String> mailed() {
        return backDoor.mailed();
    }

    /** What is there and was not at the start, and the names of it; empty when everything was tidied up. */
    Map<String, String> leftovers() {
        return things().entrySet().stream()
                .filter(thing -> !founded.contains(thing.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is gone and was there at the start: nothing, if the suite kept its hands to itself. */
    Set<String> missing() {
        var there = things().keySet();
        return founded.stream().filter(thing -> !there.contains(thing)).collect(Collectors.toUnmodifiableSet());
    }

    /** Counted aside: the calls for it use up no quota, and it sees what searches will only see after the lag. */
    private Map<String, String> things() {
        backDoor.control("DELETE", "/quota", Map.of());
        backDoor.advance(traits.searchLag());
        try {
            return backDoor.things();
        } finally {
            backDoor.advance(traits.searchLag().negated());
            backDoor.control(
                    "PUT",
                    "/quota",
                    Map.of(
                            "calls",
                            traits.quotaCalls(),
                            "perSeconds",
                            traits.quotaSpan().toSeconds()));
        }
    }

    /** Puts there what testers put into their tenants, without a quota. Gives back an access token that has expired. */
    private String furnish() {
        backDoor.control("DELETE", "/quota", Map.of());
        backDoor.api("/settings/set_default", Map.of("key", MARKER_SETTING, "value", marker));
        backDoor.flow("standard", BROKEN_FLOW, StandInTenant::broken);
        backDoor.flow("standard", TRIGGERING_FLOW, flow -> {
            flow.withArray("triggers")
                    .addPOJO(Map.of("on", "forgot_password", "when", "social-only", "message", TRIGGER_MESSAGE));
            return flow;
        });
        backDoor.advance(LONG_AGO.negated());
        var person = backDoor.api(
                "/entity.create",
                Map.of("type_name", "user", "attributes", "{\"email\":\"fixture@standin.example.com\"}"));
        var token = backDoor.api(
                "/access/getAccessToken",
                Map.of("type_name", "user", "uuid", person.path("uuid").asString()));
        backDoor.advance(LONG_AGO);
        return token.path("accessToken").asString();
    }

    private static ObjectNode broken(ObjectNode flow) {
        flow.withObject("/forms/signInForm").withArray("fields").add("noSuchField");
        flow.withObject("/fields/emailAddress").put("attribute", "/noSuchAttribute");
        return flow;
    }

    private static String secret() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    @Override
    public void close() {
        front.close();
        simulator.close();
    }
}
