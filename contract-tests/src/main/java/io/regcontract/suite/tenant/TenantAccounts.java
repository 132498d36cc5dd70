package io.regcontract.suite.tenant;

import io.regcontract.environment.ExistingThings;
import io.regcontract.suite.state.ControlledSetUp;
import io.regcontract.suite.state.SetUpException;
import io.regcontract.suite.transport.CallBlockedException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The accounts of a tenant: people who sign in with a password or through a social provider. */
public final class TenantAccounts {

    /** The entity type that flows sign people in to. */
    public static final String TYPE = "user";

    private final Tenant tenant;
    private final Queue<ExistingThings.Account> handedOut = new ConcurrentLinkedQueue<>();
    private final Map<Entity, Account> known = new ConcurrentHashMap<>();

    TenantAccounts(Tenant tenant) {
        this.tenant = tenant;
    }

    /**
     * Creates an account with a new address and a new password, or hands out one that exists and that no other scenario has.
     *
     * @throws SetUpException when the service refuses
     * @throws CallBlockedException when neither is possible in a replacement: the requirement is not drivable
     */
    public Account create() {
        return haveToExist() ? existing() : create(newEmailAddress(), newPassword());
    }

    private boolean haveToExist() {
        return tenant.configuration().things().hasAccounts()
                && !tenant.implemented("/entity.create")
                && !tenant.environment()
                        .behindTheApi()
                        .map(ControlledSetUp::makesRecords)
                        .orElse(false);
    }

    /** Lets other scenarios have the accounts that exist and were handed out here. */
    public void handBack() {
        handedOut.forEach(account -> tenant.configuration().things().handBack(account));
        handedOut.clear();
    }

    private Account existing() {
        var found = tenant.configuration().things().account();
        handedOut.add(found);
        var account = new Account(
                found.email(),
                found.password().reveal(),
                found.uuid().map(uuid -> new Entity(TYPE, uuid, 0)).orElseGet(() -> tenant.types()
                        .find(TYPE, "email", found.email())
                        .orElseGet(() -> new Entity(TYPE, "", 0))));
        known.put(account.entity(), account);
        return account;
    }

    /**
     * Creates an account.
     *
     * @throws SetUpException when the service refuses
     */
    public Account create(String email, String password) {
        var entity = tenant.types().record(TYPE, new LinkedHashMap<>(Map.of("email", email, "password", password)));
        var account = new Account(email, password, entity);
        known.put(entity, account);
        return account;
    }

    /** The account of a record, where it was made here with a password. */
    Optional<Account> of(Entity record) {
        return Optional.ofNullable(known.get(record));
    }

    /**
     * An account without a password, whose person signs in through a social provider only: one that was prepared in the
     * environment, or else a new one.
     *
     * @throws SetUpException when the service refuses
     */
    public Account social() {
        return tenant.configuration()
                .fixtures()
                .socialAccount()
                .map(email -> new Account(email, "", new Entity(TYPE, "", 0)))
                .orElseGet(() -> createSocial(tenant.uniqueName("id")));
    }

    /**
     * Creates an account without a password for a person with this identity at the social provider.
     *
     * @throws SetUpException when the service refuses
     */
    public Account createSocial(String identity) {
        var email = newEmailAddress();
        var profile = Map.of("domain", SocialSignIn.DOMAIN, "identifier", SocialSignIn.identifier(identity));
        var entity =
                tenant.types().record(TYPE, new LinkedHashMap<>(Map.of("email", email, "profiles", List.of(profile))));
        return new Account(email, "", entity);
    }

    /** A person who has just signed in at a social provider and whom the service does not know yet. */
    public SocialSignIn socialSignIn() {
        return socialSignIn(tenant.uniqueName("id"));
    }

    /** The person with this identity has just signed in at the social provider. */
    public SocialSignIn socialSignIn(String identity) {
        var identifier = SocialSignIn.identifier(identity);
        var email = newEmailAddress();
        var token = tenant.environment().socialSignIn(SocialSignIn.DOMAIN, identifier, Map.of("email", email));
        return new SocialSignIn(identifier, email, tenant.secret("SOCIAL_TOKEN", token));
    }

    /** An address of no account, under the domain that the environment names for it. */
    public String newEmailAddress() {
        return tenant.uniqueName("person") + "@" + tenant.configuration().mailDomain();
    }

    /**
     * A password of no account. It shares nothing with a name, so an answer that repeats a name reveals no part of the
     * password.
     */
    public String newPassword() {
        var random = UUID.nameUUIDFromBytes(tenant.uniqueName("Secret").getBytes(StandardCharsets.UTF_8));
        return tenant.secret("PASSWORD", "Pw-" + random.toString().replace("-", "") + "-9x");
    }

    /** Sets how many former passwords are remembered for each account. */
    public void setPasswordHistory(int size) {
        tenant.types().setPasswordHistory(TYPE, size);
    }
}
