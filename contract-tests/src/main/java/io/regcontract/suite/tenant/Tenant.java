package io.regcontract.suite.tenant;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.environment.ExistingThings;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.state.Application;
import io.regcontract.suite.state.ControlledSetUp;
import io.regcontract.suite.state.CountingEnvironmentState;
import io.regcontract.suite.state.EnvironmentState;
import io.regcontract.suite.state.Json;
import io.regcontract.suite.state.SetUpException;
import io.regcontract.suite.transport.CallBlockedException;
import io.regcontract.suite.transport.ServiceClient;
import io.regcontract.suite.transport.TimedAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * One application as one scenario sees it. What the scenario needs, it makes here under unique names, so scenarios
 * cannot affect each other. Every set-up call must succeed: a scenario that cannot be set up is broken.
 */
public final class Tenant {

    private static final String ANYWHERE = "0.0.0.0/0";

    private final Application application;
    private final ServiceClient http;
    private final EnvironmentState state;
    private final EnvironmentConfiguration configuration;
    private final Redactor redactor;
    private final String registrationSuffix;
    private final String prefix;
    private final Consumer<Exchange> keep;
    private final Map<String, ExistingThings.Client> existing = new ConcurrentHashMap<>();
    private final AtomicInteger names = new AtomicInteger();
    private final AtomicInteger actions = new AtomicInteger();
    private final TenantAccounts accounts = new TenantAccounts(this);
    private final TenantTokens tokens = new TenantTokens(this);
    private final TenantTypes types = new TenantTypes(this);
    private final TenantFlows flows = new TenantFlows(this);
    private volatile Exchange.Role role = Exchange.Role.SET_UP;

    /**
     * @param registrationSuffix the domain under which applications have their hosts
     * @param prefix the beginning of every name made here; differs between scenarios and between runs
     * @param keep receives every exchange
     */
    public Tenant(
            Application application,
            ServiceClient http,
            EnvironmentState state,
            EnvironmentConfiguration configuration,
            Redactor redactor,
            String registrationSuffix,
            String prefix,
            Consumer<Exchange> keep) {
        this.application = application;
        this.http = http;
        this.state = new CountingEnvironmentState(state, actions::incrementAndGet);
        this.configuration = configuration;
        this.redactor = redactor;
        this.registrationSuffix = registrationSuffix;
        this.prefix = prefix;
        this.keep = keep;
    }

    /** Sets the role under which later exchanges are recorded. */
    public void setRole(Exchange.Role next) {
        role = next;
    }

    /** How many set-up calls and changes of the environment's state were made so far. */
    public int actions() {
        return actions.get();
    }

    /** The application and the clients that every scenario starts from. */
    public Application application() {
        return application;
    }

    /** The state of the environment, for scenarios that change it. */
    public EnvironmentState environment() {
        return state;
    }

    EnvironmentConfiguration configuration() {
        return configuration;
    }

    /** People who can sign in. */
    public TenantAccounts accounts() {
        return accounts;
    }

    /** Tokens and codes of records. */
    public TenantTokens tokens() {
        return tokens;
    }

    /** Entity types and their records. */
    public TenantTypes types() {
        return types;
    }

    /** Flows that people sign in through. */
    public TenantFlows flows() {
        return flows;
    }

    /** The client with the owner feature. */
    public Client owner() {
        return new Client(application.ownerClientId(), application.owner());
    }

    /** The client that signs people in. */
    public Client login() {
        return new Client(application.loginClientId(), new Credential.ClientIdOnly(application.loginClientId()));
    }

    /**
     * Creates a client with the given features, or hands out one that exists.
     *
     * @throws SetUpException when the service refuses
     * @throws CallBlockedException when neither is possible in a replacement: the requirement is not drivable
     */
    public Client client(String... features) {
        var description = uniqueName("client");
        var made = implemented("/clients/add")
                ? Optional.<EnvironmentState.MadeClient>empty()
                : state.client(description, List.of(features));
        if (made.isPresent()) {
            var secret = made.get().secret();
            redactor.registerBasic(
                    "CLIENT_SECRET_" + names.incrementAndGet(), made.get().id(), secret);
            return new Client(made.get().id(), new Credential.Basic(made.get().id(), secret));
        }
        if (!implemented("/clients/add") && configuration.things().hasClients()) {
            var found = configuration.things().client(Set.of(features));
            existing.put(found.id(), found);
            return new Client(
                    found.id(), new Credential.Basic(found.id(), found.secret().reveal()));
        }
        var answer = perform(owner().call("/clients/add")
                .with("description", description)
                .with("features", Json.of(List.of(features))));
        var id = text(answer, "client_id");
        return new Client(id, new Credential.Basic(id, text(answer, "client_secret")));
    }

    /** Whether the service implements an operation: what a replacement does not is made over its control plane, if at all. */
    boolean implemented(String operation) {
        return configuration.operations().holds(operation);
    }

    /**
     * Gives a client exactly these features. One that exists is not changed: from then on another that has them calls in its
     * place.
     *
     * @throws SetUpException when the service refuses
     * @throws CallBlockedException when none that exists has them: the requirement is not drivable
     */
    public void setFeatures(Client client, String... features) {
        if (existing.containsKey(client.id())) {
            existing.put(client.id(), configuration.things().client(Set.of(features)));
            actions.incrementAndGet();
            return;
        }
        instead("/clients/set_features", state -> state.features(client.id(), List.of(features)), () -> owner().call(
                        "/clients/set_features")
                .with("for_client_id", client.id())
                .with("features", Json.of(List.of(features))));
    }

    /**
     * Lets a client call from this network alone.
     *
     * @throws SetUpException when the service refuses
     */
    public void allowFrom(Client client, String network) {
        instead("/clients/set_whitelist", state -> state.addresses(client.id(), List.of(network)), () -> owner().call(
                        "/clients/set_whitelist")
                .with("for_client_id", client.id())
                .with("whitelist", Json.of(List.of(network))));
    }

    /**
     * Lets a client call from anywhere.
     *
     * @throws SetUpException when the service refuses
     */
    public void allowFromAnywhere(Client client) {
        instead(
                "/clients/clear_whitelist",
                state -> state.addresses(client.id(), List.of(ANYWHERE)),
                () -> owner().call("/clients/clear_whitelist").with("for_client_id", client.id()));
    }

    /**
     * A setting of the application; an empty text where it is not set.
     *
     * @throws SetUpException when the service refuses
     */
    public String setting(String key) {
        return (implemented("/settings/get_default")
                        ? Optional.<String>empty()
                        : state.behindTheApi().flatMap(behind -> behind.setting(key)))
                .orElseGet(() -> perform(owner().call("/settings/get_default").with("key", key))
                        .path("result")
                        .asString(""));
    }

    /**
     * Takes a setting of the application away.
     *
     * @throws SetUpException when the service refuses
     */
    public void deleteSetting(String key) {
        instead("/settings/delete_default", state -> state.deleteSetting(key), () -> owner().call(
                        "/settings/delete_default")
                .with("key", key));
    }

    /**
     * Deletes all access that was granted to a record.
     *
     * @throws SetUpException when the service refuses
     */
    public void deleteAccess(Entity record) {
        instead("/entity.deleteAccess", state -> state.deleteAccess(record.type(), record.uuid()), () -> owner().of(
                        "/entity.deleteAccess", record));
    }

    /** A call of the owner that succeeds and changes nothing. */
    public Call harmlessCall() {
        return implemented("/clients/list")
                ? owner().call("/clients/list")
                : owner().call("/entity.find")
                        .with("type_name", TenantAccounts.TYPE)
                        .with("max_results", "0");
    }

    /** Does something by an operation, or behind the API where the service does not implement it. */
    void instead(String operation, Predicate<ControlledSetUp> behindTheApi, Supplier<Call> call) {
        if (!implemented(operation) && state.behindTheApi().filter(behindTheApi).isPresent()) {
            actions.incrementAndGet();
        } else {
            perform(call.get());
        }
    }

    /** A name that nothing else has. */
    public String uniqueName(String what) {
        return prefix + names.incrementAndGet() + what;
    }

    /** A host name under the registration suffix that belongs to no application. */
    public String hostWithoutApplication() {
        return uniqueName("nobody-home") + "." + registrationSuffix;
    }

    /** Registers a value with the redactor before it is used, and returns it. */
    public String secret(String variable, String value) {
        redactor.register(variable + "_" + names.incrementAndGet(), value);
        return value;
    }

    /**
     * Makes a call that has to succeed.
     *
     * @throws SetUpException when it does not
     */
    public JsonNode perform(Call call) {
        actions.incrementAndGet();
        var answer = http.send(call, role, keep).answer();
        if (answer.isSuccess() && answer.json() instanceof Body.Json json) {
            return json.root();
        }
        throw needed(call, answer);
    }

    private SetUpException needed(Call call, Answer answer) {
        return new SetUpException(call.operation() + " was needed to build the condition and answered "
                + ServiceText.bounded(redactor.redact(answer.toString())));
    }

    /**
     * Makes a call that changes nothing, until the application may make no more calls.
     *
     * @throws SetUpException when the limit is not reached
     */
    public void useUpCalls(Call call) {
        var repeated = new RepeatUntilRefused(http, call, answer -> needed(call, answer));
        try {
            state.useUpCalls(repeated);
        } finally {
            repeated.keptExchange().ifPresent(keep);
        }
    }

    /** Makes the call under test. Any answer will do. */
    public TimedAnswer send(Call call) {
        return http.send(byWhoeverCalls(call), role, keep);
    }

    /** By the client itself, or by the one that calls in its place. */
    private Call byWhoeverCalls(Call call) {
        var named = call.credential().client();
        var caller = named.map(existing::get).filter(found -> !named.get().equals(found.id()));
        if (caller.isEmpty()) {
            return call;
        }
        if (call.credential() instanceof Credential.Basic) {
            return call.as(new Credential.Basic(
                    caller.get().id(), caller.get().secret().reveal()));
        }
        throw new CallBlockedException(
                CallBlockedException.Reason.OUT_OF_SCOPE,
                "it takes a client whose features can be changed, and those under fixtures.clients are not to be");
    }

    static String text(JsonNode answer, String member) {
        if (!answer.path(member).isString()) {
            throw new SetUpException("the service's success answer has no " + member);
        }
        return answer.path(member).stringValue();
    }
}
