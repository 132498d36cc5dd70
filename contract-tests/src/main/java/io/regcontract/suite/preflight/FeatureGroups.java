package io.regcontract.suite.preflight;

import io.regcontract.contract.model.ErrorCode;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.state.Application;
import io.regcontract.suite.transport.CallBlockedException;
import io.regcontract.suite.transport.ServiceClient;
import io.regcontract.suite.transport.TransportException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Finds groups of operations that are off for maintenance before a run begins. What is driven in such a group is no
 * evidence. Makes one call for each group; none can change anything, because it only reads or lacks a required
 * parameter. Any answer but 480 shows that the group is on.
 */
public final class FeatureGroups {

    private final ServiceClient http;
    private final Application application;
    private final Executor background;

    /** @param background runs the calls concurrently, because one round trip may take long */
    public FeatureGroups(ServiceClient http, Application application, Executor background) {
        this.http = http;
        this.application = application;
        this.background = background;
    }

    /** Why the environment cannot be used: which groups are off; empty if all are on. */
    public Optional<String> reasonUnusable() {
        var off = off();
        return off.isEmpty() ? Optional.empty() : Optional.of(message(off));
    }

    /** The groups that are off, without that of the clients, which the caller has asked. */
    public SortedSet<String> off() {
        var answers = new LinkedHashMap<String, CompletableFuture<Boolean>>();
        calls().forEach((group, call) ->
                answers.put(group, CompletableFuture.supplyAsync(() -> isOff(call), background)));
        var off = new TreeSet<String>();
        answers.forEach((group, isOff) -> {
            if (isOff.join()) {
                off.add(group);
            }
        });
        return off;
    }

    /** The message for a person about groups that are off. */
    public static String message(SortedSet<String> off) {
        return (off.size() == 1 ? "the feature group " : "the feature groups ") + String.join(", ", off)
                + (off.size() == 1 ? " was" : " were")
                + " off for maintenance before the run began (480): switch on again what is off, or wait for the end of it";
    }

    /** A call for each group of operations.yaml but that of the clients, which the readiness probe has listed. */
    private Map<String, Call> calls() {
        var owner = application.owner();
        var calls = new ArrayList<Call>();
        calls.add(Call.to("/settings/get", owner).with("key", "default_flow_name"));
        calls.add(Call.to("/entity.count", owner).with("type_name", "user"));
        calls.add(Call.to("/entityType.list", owner));
        calls.add(Call.to("/versions/entityType", owner));
        calls.add(Call.to("/access/useVerificationCode", owner));
        calls.add(Call.to("/oauth/auth_native_traditional", new Credential.ClientIdOnly(application.loginClientId())));
        var byGroup = new LinkedHashMap<String, Call>();
        calls.forEach(call -> byGroup.put(call.operation().replaceFirst("^/(\\w+).*", "$1"), call));
        return byGroup;
    }

    private boolean isOff(Call call) {
        try {
            return http.send(call, Exchange.Role.SET_UP, exchange -> {})
                    .answer()
                    .code()
                    .filter(code -> code == ErrorCode.API_FEATURE_DISABLED.code())
                    .isPresent();
        } catch (TransportException | CallBlockedException notSent) {
            // A group that cannot be asked is not known to be off.
            return false;
        }
    }
}
