package io.regcontract.simulator.token;

/**
 * A user's permission for a client to act on the user's record. Tokens and codes are valid only as long as the grant
 * that they were issued under exists.
 */
public record Grant(String id, String application, String clientId, RecordKey record) {

    /** Where the one grant between a client and a record is kept: at most one is there at a time. */
    String place() {
        return place(application, clientId, record);
    }

    static String place(String application, String clientId, RecordKey record) {
        return String.join("|", application, record.typeName(), record.uuid(), clientId);
    }
}
