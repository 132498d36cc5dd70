package io.regcontract.suite.preflight;

import io.regcontract.contract.ErrorCode;
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
 * Whether groups of operations are off for maintenance before a run begins: what would be driven in them is then no
 * evidence, whatever it is expected to be. One call a group, and none that could change anything: it reads, or lacks what
 * it would need. Any other answer than 480 is good enough here.
 */
public final class FeatureGroups {

    private final ServiceClient http;
    private final Application application;
    private final Executor beside;

    /** @param beside the groups are asked beside each other: the way to a service may be long */
    public FeatureGroups(ServiceClient http, Application application, Executor beside) {
        this.http = http;
        this.application = application;
        this.beside = beside;
    }

    /** That some are off, and which. */
    public Optional<String> trouble() {
        var off = off();
        return off.isEmpty() ? Optional.empty() : Optional.of(words(off));
    }

    /** Those that are off, but for that of the clients, which the caller has asked. */
    public SortedSet<String> off() {
        var answers = new LinkedHashMap<String, CompletableFuture<Boolean>>();
        questions()
                .forEach((group, call) -> answers.put(group, CompletableFuture.supplyAsync(() -> isOff(call), beside)));
        var off = new TreeSet<String>();
        answers.forEach((group, isOff) -> {
            if (isOff.join()) {
                off.add(group);
            }
        });
        return off;
    }

    /** In the words that a person can act upon. */
    public static String words(SortedSet<String> off) {
        return (off.size() == 1 ? "the feature group " : "the feature groups ") + String.join(", ", off)
                + (off.size() == 1 ? " was" : " were")
                + " off for maintenance before the run began (480): switch on again what is off, or wait for the end of it";
    }

    /** The groups of operations.yaml, but for that of the clients: the first look lists them anyway. */
    private Map<String, Call> questions() {
        var owner = new Credential.Basic(application.ownerClientId(), application.ownerSecret());
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
        } catch (TransportException | CallBlockedException unasked) {
            // What may not be asked, or cannot be, is not known to be off.
            return false;
        }
    }
}
