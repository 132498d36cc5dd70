package io.regcontract.suite.state;

import io.regcontract.suite.evidence.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The state of one application of a simulator, changed through the control plane. */
public final class ControllableEnvironmentState implements EnvironmentState {

    /** Longer than a slow run takes between two calls, so nothing expires before the clock is advanced. */
    private static final Duration SHORT_LIFE = Duration.ofMinutes(1);

    private static final Duration LIMIT_WINDOW = Duration.ofMinutes(1);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ControlPlaneClient control;
    private final String path;
    private final Consumer<Exchange> keep;
    private final EnvironmentState otherwise;

    /**
     * The state of an application whose control plane offers everything.
     *
     * @param application id of the application
     * @param keep receives each exchange with the control plane
     */
    public ControllableEnvironmentState(ControlPlaneClient control, String application, Consumer<Exchange> keep) {
        this(
                control,
                application,
                keep,
                new WaitOnlyEnvironmentState(new ExpiryWaiter(Duration.ZERO, time -> {}), Optional.empty()));
    }

    /**
     * @param otherwise how the state is changed where the control plane does not offer it
     * @param application id of the application
     * @param keep receives each exchange with the control plane
     */
    public ControllableEnvironmentState(
            ControlPlaneClient control, String application, Consumer<Exchange> keep, EnvironmentState otherwise) {
        this.otherwise = otherwise;
        this.control = control;
        this.path = "/applications/" + ControlPlaneClient.segment(application);
        this.keep = keep;
    }

    @Override
    public Duration shortLifetime() {
        if (!offers(ControlCapabilities.CLOCK)) {
            return otherwise.shortLifetime();
        }
        return SHORT_LIFE;
    }

    @Override
    public void advance(Duration time) {
        if (!offers(ControlCapabilities.CLOCK)) {
            otherwise.advance(time);
            return;
        }
        control.ask(
                "POST",
                path + "/clock",
                Map.of("advanceSeconds", time.plus(SECOND).toSeconds()),
                keep);
    }

    @Override
    public void maintenance(Set<String> groups) {
        if (!offers(ControlCapabilities.MAINTENANCE)) {
            otherwise.maintenance(groups);
            return;
        }
        control.ask("PUT", path + "/maintenance", Map.of("groups", new TreeSet<>(groups)), keep);
    }

    @Override
    public void quota(int calls, Duration per) {
        if (!offers(ControlCapabilities.QUOTA)) {
            otherwise.quota(calls, per);
            return;
        }
        control.ask("PUT", path + "/quota", Map.of("calls", calls, "perSeconds", per.toSeconds()), keep);
    }

    @Override
    public void liftQuota() {
        if (!offers(ControlCapabilities.QUOTA)) {
            otherwise.liftQuota();
            return;
        }
        control.ask("DELETE", path + "/quota", Map.of(), keep);
    }

    /** One call is enough, because the quota is set to one. */
    @Override
    public void useUpCalls(BooleanSupplier refused) {
        if (!offers(ControlCapabilities.QUOTA)) {
            otherwise.useUpCalls(refused);
            return;
        }
        quota(1, LIMIT_WINDOW);
        if (refused.getAsBoolean()) {
            throw new SetUpException("the only call that the quota allows was refused");
        }
    }

    @Override
    public Duration limitWindow() {
        if (!offers(ControlCapabilities.QUOTA)) {
            return otherwise.limitWindow();
        }
        return LIMIT_WINDOW;
    }

    @Override
    public void storage(boolean refuseWrites, boolean failReads) {
        if (!offers(ControlCapabilities.STORAGE)) {
            otherwise.storage(refuseWrites, failReads);
            return;
        }
        control.ask("PUT", path + "/storage", Map.of("refuseWrites", refuseWrites, "failReads", failReads), keep);
    }

    @Override
    public void flow(String like, String name, UnaryOperator<ObjectNode> change) {
        if (!offers(ControlCapabilities.FLOWS)) {
            otherwise.flow(like, name, change);
            return;
        }
        if (!(control.ask("GET", flow(like), Map.of(), exchange -> {}) instanceof ObjectNode document)) {
            throw new SetUpException("the control plane has no flow " + like);
        }
        control.ask("PUT", flow(name), change.apply(document.deepCopy()), keep);
    }

    private String flow(String name) {
        return path + "/flows/" + ControlPlaneClient.segment(name);
    }

    @Override
    public String socialSignIn(String provider, String identifier, Map<String, String> profile) {
        if (!offers(ControlCapabilities.SOCIAL)) {
            return otherwise.socialSignIn(provider, identifier, profile);
        }
        var body = Map.of("provider", provider, "identifier", identifier, "profile", profile);
        return control.ask("POST", path + "/social", body, keep).path("token").asString();
    }

    @Override
    public Application anotherApplication() {
        if (!offers(ControlCapabilities.APPLICATIONS)) {
            return otherwise.anotherApplication();
        }
        return control.application(keep);
    }

    @Override
    public Optional<MadeClient> client(String description, List<String> features) {
        if (!offers(ControlCapabilities.CLIENTS)) {
            return otherwise.client(description, features);
        }
        var body = Map.of("description", description, "features", features);
        var pending = control.bookkeeping().aboutToMake(ThingsMade.What.CLIENT, description, "");
        var made = control.ask("POST", path + "/clients", body, keep);
        pending.made(text(made, "id"));
        return Optional.of(new MadeClient(text(made, "id"), text(made, "secret")));
    }

    @Override
    public boolean entityType(String name, Object attributes) {
        if (!offers(ControlCapabilities.TYPES)) {
            return otherwise.entityType(name, attributes);
        }
        var pending = control.bookkeeping().aboutToMake(ThingsMade.What.ENTITY_TYPE, name, "");
        control.ask("POST", path + "/types", Map.of("name", name, "attributes", attributes), keep);
        pending.made(name);
        return true;
    }

    @Override
    public Optional<MadeRecord> record(String type, Map<String, Object> attributes) {
        if (!offers(ControlCapabilities.RECORDS)) {
            return otherwise.record(type, attributes);
        }
        var pending = control.bookkeeping()
                .aboutToMake(ThingsMade.What.RECORD, String.valueOf(attributes.getOrDefault("email", "")), type);
        var made = control.ask(
                "POST", path + "/records/" + ControlPlaneClient.segment(type), Map.of("attributes", attributes), keep);
        pending.made(text(made, "uuid"));
        return Optional.of(new MadeRecord(text(made, "uuid"), made.path("id").asLong(0)));
    }

    @Override
    public Optional<ControlledSetUp> behindTheApi() {
        return Optional.of(new ControlledSetUp(control, path, keep));
    }

    @Override
    public void restore() {
        if (offers(ControlCapabilities.MAINTENANCE)) {
            maintenance(Set.of());
        }
        if (offers(ControlCapabilities.QUOTA)) {
            liftQuota();
        }
        if (offers(ControlCapabilities.STORAGE)) {
            storage(false, false);
        }
    }

    private static String text(JsonNode answer, String member) {
        return answer.path(member)
                .asStringOpt()
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new SetUpException("the control plane's answer has no " + member));
    }

    private boolean offers(String word) {
        return control.capabilities().offers(word);
    }
}
