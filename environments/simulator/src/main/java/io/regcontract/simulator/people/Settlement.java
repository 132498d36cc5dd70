package io.regcontract.simulator.people;

import static io.regcontract.simulator.people.People.EXPIRED;
import static io.regcontract.simulator.people.People.GOOD;
import static io.regcontract.simulator.people.People.REUSING;
import static io.regcontract.simulator.people.People.REVOKED;
import static io.regcontract.simulator.people.People.SOCIAL_ONLY;
import static io.regcontract.simulator.people.People.TAKEN;
import static io.regcontract.simulator.people.People.THROTTLED;
import static io.regcontract.simulator.people.People.UNVERIFIED;
import static io.regcontract.simulator.people.People.VERIFIED;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.change.PersonChanges;
import io.regcontract.simulator.change.RecordChanges;
import io.regcontract.simulator.change.SchemaChanges;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.record.StoredRecord;
import java.util.OptionalInt;
import tools.jackson.databind.node.ObjectNode;

/** Brings people into an application that has none of them. The caller holds the application's lock. */
final class Settlement {

    private static final String TYPE = "user";
    private static final String VERIFIED_ATTRIBUTE = "/emailVerified";
    private static final int REMEMBERED = 3;

    private final Application application;
    private final String ownerClientId;
    private final String loginClientId;
    private final SettledPeople settled;
    private final RecordChanges records;
    private final PersonChanges people;

    Settlement(Application application, String ownerClientId, String loginClientId, SettledPeople settled) {
        this.application = application;
        this.ownerClientId = ownerClientId;
        this.loginClientId = loginClientId;
        this.settled = settled;
        this.records = new RecordChanges(application, TYPE);
        this.people = new PersonChanges(application, records);
    }

    /** @throws io.regcontract.simulator.change.RefusedChangeException when one of them cannot be */
    void perform() {
        var schema = new SchemaChanges(application);
        schema.remember(schema.type(TYPE), OptionalInt.of(REMEMBERED));
        people.verify(add(GOOD, "Ada"), true);
        addSocialOnly();
        people.throttle(add(THROTTLED, "Theo"));
        var reusing = records.create(account(REUSING, "Rita").put("password", settled.password() + People.FORMER));
        records.change(reusing, Json.object().put("password", settled.password()));
        addExpired();
        add(UNVERIFIED, "Una");
        people.verify(add(VERIFIED, "Vera"), true);
        add(TAKEN, "Tam");
        addRevoked();
        application.tokens().dead().creationToken(settled.creationToken(), ownerClientId, TYPE);
    }

    private void addSocialOnly() {
        var account = account(SOCIAL_ONLY, "Sol");
        account.putArray("profiles")
                .addObject()
                .put("domain", "facebook.com")
                .put("identifier", "https://www.facebook.com/sol.example");
        records.create(account);
    }

    private void addExpired() {
        var key = records.key(add(EXPIRED, "Xenia"));
        var tokens = application.tokens();
        var grant = tokens.grant(loginClientId, key);
        tokens.dead().accessToken(settled.accessToken(), grant);
        tokens.dead().authorizationCode(settled.authorizationCode(), grant);
        tokens.dead().verificationCode(settled.verificationCode(), key, VERIFIED_ATTRIBUTE);
    }

    private void addRevoked() {
        var record = add(REVOKED, "Reva");
        var tokens = application.tokens();
        tokens.dead().authorizationCode(settled.revokedCode(), tokens.grant(loginClientId, records.key(record)));
        records.deleteGrants(record);
    }

    private StoredRecord add(Person person, String name) {
        return records.create(account(person, name).put("password", settled.password()));
    }

    private static ObjectNode account(Person person, String name) {
        return Json.object().put("email", person.email()).put("givenName", name).put("familyName", "Example");
    }
}
