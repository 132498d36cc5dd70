package io.regcontract.suite.state;

import io.regcontract.suite.evidence.Exchange;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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

    /**
     * @param application id of the application
     * @param keep receives each exchange with the control plane
     */
    public ControllableEnvironmentState(ControlPlaneClient control, String application, Consumer<Exchange> keep) {
        this.control = control;
        this.path = "/applications/" + ControlPlaneClient.segment(application);
        this.keep = keep;
    }

    @Override
    public Duration shortLifetime() {
        return SHORT_LIFE;
    }

    @Override
    public void advance(Duration time) {
        control.ask(
                "POST",
                path + "/clock",
                Map.of("advanceSeconds", time.plus(SECOND).toSeconds()),
                keep);
    }

    @Override
    public void maintenance(Set<String> groups) {
        control.ask("PUT", path + "/maintenance", Map.of("groups", new TreeSet<>(groups)), keep);
    }

    @Override
    public void quota(int calls, Duration per) {
        control.ask("PUT", path + "/quota", Map.of("calls", calls, "perSeconds", per.toSeconds()), keep);
    }

    @Override
    public void liftQuota() {
        control.ask("DELETE", path + "/quota", Map.of(), keep);
    }

    /** One call is enough, because the quota is set to one. */
    @Override
    public void useUpCalls(BooleanSupplier refused) {
        quota(1, LIMIT_WINDOW);
        if (refused.getAsBoolean()) {
            throw new SetUpException("the only call that the quota allows was refused");
        }
    }

    @Override
    public Duration limitWindow() {
        return LIMIT_WINDOW;
    }

    @Override
    public void storage(boolean refuseWrites, boolean failReads) {
        control.ask("PUT", path + "/storage", Map.of("refuseWrites", refuseWrites, "failReads", failReads), keep);
    }

    @Override
    public void flow(String like, String name, UnaryOperator<ObjectNode> change) {
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
        var body = Map.of("provider", provider, "identifier", identifier, "profile", profile);
        return control.ask("POST", path + "/social", body, keep).path("token").asString();
    }

    @Override
    public Application anotherApplication() {
        return control.application(keep);
    }
}
