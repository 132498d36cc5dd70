package io.regcontract.suite.tenant;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.transport.ServiceClient;
import io.regcontract.suite.transport.TimedAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One application as one scenario sees it. Whatever the scenario needs it makes here, under a name of its own, so that
 * scenarios never meet. Every call made through it must succeed: a scenario that cannot be set up is broken.
 */
public final class Tenant {

    /** The entity type that flows sign people in to. */
    public static final String USER = "user";

    private static final String LIFETIME = "lifetime";

    private final Application application;
    private final ServiceClient http;
    private final EnvironmentState world;
    private final EnvironmentConfiguration provisions;
    private final Redactor redactor;
    private final String registrationSuffix;
    private final String prefix;
    private final Consumer<Exchange> keep;
    private final AtomicInteger names = new AtomicInteger();
    private final AtomicInteger actions = new AtomicInteger();
    private volatile Exchange.Role role = Exchange.Role.SET_UP;

    /**
     * @param provisions what the environment brings along
     * @param registrationSuffix the domain under which applications have their hosts
     * @param prefix what every name made here begins with: differs between scenarios and between runs
     * @param keep receives every exchange
     */
    public Tenant(
            Application application,
            ServiceClient http,
            EnvironmentState world,
            EnvironmentConfiguration provisions,
            Redactor redactor,
            String registrationSuffix,
            String prefix,
            Consumer<Exchange> keep) {
        this.application = application;
        this.http = http;
        this.world = new CountingEnvironmentState(world, actions::incrementAndGet);
        this.provisions = provisions;
        this.redactor = redactor;
        this.registrationSuffix = registrationSuffix;
        this.prefix = prefix;
        this.keep = keep;
    }

    /** Sets the role under which later exchanges are recorded. */
    public void setRole(Exchange.Role next) {
        role = next;
    }

    /** How many things were done so far, calls and changes of the world alike. */
    public int actions() {
        return actions.get();
    }

    public Application application() {
        return application;
    }

    public EnvironmentState environment() {
        return world;
    }

    /** The client with the owner feature. */
    public Client owner() {
        return new Client(
                application.ownerClientId(),
                new Credential.Basic(application.ownerClientId(), application.ownerSecret()));
    }

    /** The client that signs people in. */
    public Client login() {
        return new Client(application.loginClientId(), new Credential.ClientIdOnly(application.loginClientId()));
    }

    /** A new client with the given features. */
    public Client client(String... features) {
        var answer = perform(owner().call("/clients/add")
                .with("description", uniqueName("client"))
                .with("features", Json.of(List.of(features))));
        var id = text(answer, "client_id");
        return new Client(id, new Credential.Basic(id, text(answer, "client_secret")));
    }

    /** A name that nothing else has. */
    public String uniqueName(String what) {
        return prefix + names.incrementAndGet() + what;
    }

    /** A host name under the registration suffix on which no application lives. */
    public String hostWithoutApplication() {
        return uniqueName("nobody-home") + "." + registrationSuffix;
    }

    /** An address that nobody has, under the domain that the environment names for it. */
    public String newEmailAddress() {
        return uniqueName("person") + "@" + provisions.mailDomain();
    }

    /** The flow that people sign in through. It does not say which part of a log-in was wrong. */
    public String flow() {
        return provisions.signIn().flow();
    }

    /** A flow that reveals which part of a log-in was wrong. */
    public String tellingFlow() {
        return provisions
                .tellingFlow()
                .orElseThrow(() -> new SetUpException("the environment names no flow that tells what was wrong"));
    }

    /** A call of a sign-in operation, by a flow. */
    Call byFlow(String operation, String flow) {
        var call = login().call(operation)
                .with("flow", flow)
                .with("locale", provisions.signIn().locale());
        return provisions
                .signIn()
                .flowVersion()
                .map(version -> call.with("flow_version", version))
                .orElse(call);
    }

    /** A flow that is misconfigured on purpose: one that was made ready, or else one like that of sign-in but for a change. */
    public String brokenFlow(UnaryOperator<ObjectNode> change) {
        return provisions.fixtures().brokenFlow().orElseGet(() -> changed("broken", change));
    }

    /** A flow that ends in an error on purpose, made in the same way. */
    public String triggeringFlow(UnaryOperator<ObjectNode> change) {
        return provisions.fixtures().triggeringFlow().orElseGet(() -> changed("triggering", change));
    }

    private String changed(String what, UnaryOperator<ObjectNode> change) {
        var name = uniqueName(what);
        world.flow(flow(), name, change);
        return name;
    }

    /** An access token that has expired, where one was made ready. */
    public Optional<String> expiredAccessToken() {
        return provisions.fixtures().expiredAccessToken().map(token -> secret("EXPIRED_ACCESS_TOKEN", token.reveal()));
    }

    /** A password that nobody has, and that shares nothing with a name: an answer that repeats a name gives no piece of it away. */
    public String password() {
        var unlike = UUID.nameUUIDFromBytes(uniqueName("Secret").getBytes(StandardCharsets.UTF_8));
        return secret("PASSWORD", "Pw-" + unlike.toString().replace("-", "") + "-9x");
    }

    /** Tells the redactor of a value before it is used. */
    public String secret(String variable, String value) {
        redactor.register(variable + "_" + names.incrementAndGet(), value);
        return value;
    }

    /** A new entity type with these attributes. */
    public EntityType typeWith(Attribute... attributes) {
        var name = uniqueName("type");
        perform(owner().call("/entityType.create")
                .with("type_name", name)
                .with(
                        "attr_defs",
                        Json.of(Arrays.stream(attributes)
                                .map(Attribute::definition)
                                .toList())));
        return new EntityType(this, name);
    }

    Entity entity(String type, Map<String, Object> attributes) {
        var answer =
                perform(owner().call("/entity.create").with("type_name", type).with("attributes", Json.of(attributes)));
        return new Entity(type, text(answer, "uuid"), answer.path("id").asLong(0));
    }

    void passwordHistory(String type, int size) {
        perform(owner().call("/entityType.setPasswordSettings")
                .with("type_name", type)
                .with("settings", Json.of(Map.of("historySize", size))));
    }

    /** How many passwords are remembered for the accounts of the application. */
    public void passwordHistoryOfAccounts(int size) {
        passwordHistory(USER, size);
    }

    /** A new account with a password. */
    public Account account() {
        return addAccount(newEmailAddress(), password());
    }

    /** A new account with this address and password. */
    public Account addAccount(String email, String password) {
        var entity = entity(USER, new LinkedHashMap<>(Map.of("email", email, "password", password)));
        return new Account(email, password, entity);
    }

    /** A new account without a password: its person signs in through a social provider only. */
    public Account socialAccount() {
        return provisions
                .fixtures()
                .socialAccount()
                .map(email -> new Account(email, "", new Entity(USER, "", 0)))
                .orElseGet(() -> socialAccount(uniqueName("id")));
    }

    /** The same, of a person with this identity at the provider. */
    public Account socialAccount(String identity) {
        var email = newEmailAddress();
        var profile = Map.of("domain", SocialSignIn.DOMAIN, "identifier", SocialSignIn.identifier(identity));
        var entity = entity(USER, new LinkedHashMap<>(Map.of("email", email, "profiles", List.of(profile))));
        return new Account(email, "", entity);
    }

    /** A person who has just signed in at a social provider, and of whom the service knows nothing yet. */
    public SocialSignIn socialSignIn() {
        return socialSignIn(uniqueName("id"));
    }

    /** The person of an identity has just signed in at the social provider. */
    public SocialSignIn socialSignIn(String identity) {
        var identifier = SocialSignIn.identifier(identity);
        var email = newEmailAddress();
        var token = world.socialSignIn(SocialSignIn.DOMAIN, identifier, Map.of("email", email));
        return new SocialSignIn(identifier, email, secret("SOCIAL_TOKEN", token));
    }

    /** An access token of a record. */
    public String accessToken(Entity entity) {
        return text(perform(owner().of("/access/getAccessToken", entity)), "accessToken");
    }

    /** An access token of an account, as the client that signs people in would have it. */
    public String accessTokenForLogin(Entity account) {
        return text(
                perform(owner().of("/access/getAccessToken", account).with("for_client_id", login().id())),
                "accessToken");
    }

    /** An authorization code of a record, for a redirect address, that lives as long as the service lets it. */
    public String authorizationCode(Entity entity, String redirectUri) {
        return code(authorizationCodeCall(entity, redirectUri));
    }

    /** An authorization code that lives for some seconds. */
    public String authorizationCode(Entity entity, String redirectUri, int lifetime) {
        return code(authorizationCodeCall(entity, redirectUri).with(LIFETIME, Integer.toString(lifetime)));
    }

    private Call authorizationCodeCall(Entity entity, String redirectUri) {
        return owner().of("/access/getAuthorizationCode", entity).with("redirect_uri", redirectUri);
    }

    private String code(Call call) {
        return text(perform(call), "authorizationCode");
    }

    /** A verification code that stamps an attribute of a record and lives for some seconds. */
    public String verificationCode(Entity entity, String attribute, int lifetime) {
        return text(
                perform(owner().of("/access/getVerificationCode", entity)
                        .with("attribute_name", attribute)
                        .with(LIFETIME, Integer.toString(lifetime))),
                "verification_code");
    }

    /** A token that lets its bearer create one record of a type, for some seconds. */
    public String creationToken(String type, int lifetime) {
        return text(
                perform(owner().call("/access/getCreationToken")
                        .with("type_name", type)
                        .with(LIFETIME, Integer.toString(lifetime))),
                "creation_token");
    }

    /** The value of an attribute of a record. */
    public JsonNode value(Entity entity, String attribute) {
        return perform(owner().of("/entity", entity).with("attribute_name", attribute))
                .path("result");
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
        return new SetUpException(
                call.operation() + " was needed to build the condition and answered " + shown(answer));
    }

    /** Makes a call that changes nothing until the application may make no more calls. */
    public void useUpCalls(Call call) {
        var repeated = new RepeatUntilRefused(http, call, answer -> needed(call, answer));
        try {
            world.useUpCalls(repeated);
        } finally {
            repeated.keptExchange().ifPresent(keep);
        }
    }

    /** Makes the call that matters, whatever it answers. */
    public TimedAnswer send(Call call) {
        return http.send(call, role, keep);
    }

    private String shown(Answer answer) {
        return Answer.bounded(redactor.redact(answer.toString()));
    }

    private String text(JsonNode answer, String member) {
        if (!answer.path(member).isString()) {
            throw new SetUpException("the service's success answer has no " + member);
        }
        return answer.path(member).stringValue();
    }
}
