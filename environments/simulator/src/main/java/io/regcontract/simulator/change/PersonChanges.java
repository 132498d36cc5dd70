package io.regcontract.simulator.change;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.record.DateTimes;
import io.regcontract.simulator.record.StoredRecord;
import tools.jackson.databind.JsonNode;

/** Changes what a record stands for where it is a person's account: sign-ins, tokens, a verified address. */
public final class PersonChanges {

    private static final String VERIFIED = "emailVerified";

    private final Application application;
    private final RecordChanges records;

    /** The changes of the people of a type. */
    public PersonChanges(Application application, RecordChanges records) {
        this.application = application;
        this.records = records;
    }

    /** Ends the lifetime of every access token of a person; says of how many. */
    public int expireTokens(StoredRecord person) {
        return application.tokens().expireAccessTokens(records.key(person));
    }

    /** Ends the lifetime of every code of a person that was not used; says of how many. */
    public int expireCodes(StoredRecord person) {
        return application.tokens().expireCodes(records.key(person));
    }

    /** Has a person's log-ins refused as too many, until {@link #admit}. */
    public void throttle(StoredRecord person) {
        application.logInAttempts().refuse(account(person));
    }

    /** Forgets a person's log-ins, so that they are not refused as too many. */
    public void admit(StoredRecord person) {
        application.logInAttempts().forget(account(person));
    }

    /**
     * Notes that a person's address is verified, or that it is not.
     *
     * @throws RefusedChangeException when the type cannot note that
     */
    public StoredRecord verify(StoredRecord person, boolean verified) {
        if (records.records().type().definition(VERIFIED).isEmpty()) {
            throw new RefusedChangeException(
                    "The type " + records.records().type().name() + " has no attribute \"" + VERIFIED
                            + "\" to note a verified address in.");
        }
        JsonNode value = verified ? Json.text(DateTimes.seconds(application.now())) : Json.nothing();
        return records.change(person, Json.object().set(VERIFIED, value));
    }

    private String account(StoredRecord person) {
        return records.records().type().name() + " " + person.uuid();
    }
}
