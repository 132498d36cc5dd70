package io.regcontract.simulator.control;

import java.util.Locale;

/** The drills that there are. {@code docs/drills.md} says of each what it does and what a good application does. */
public enum ErrorDrill {
    /** The password was changed elsewhere; the flow of the sign-in does not say what was wrong. */
    PASSWORD_CHANGED_UNDISCLOSED(210),
    /** The account is deleted; the flow, or the operation, does not say what was wrong. */
    ACCOUNT_DELETED_UNDISCLOSED(210),
    /** The account has another address; the flow, or the operation, does not say what was wrong. */
    ADDRESS_CHANGED_UNDISCLOSED(210),
    /** The account has no password any more, only an identity at another provider; the flow says so. */
    PASSWORD_REMOVED(211),
    /** The account is deleted; the flow says that there is none. */
    ACCOUNT_DELETED(212),
    /** The account has another address; the flow says that there is none. */
    ADDRESS_CHANGED(212),
    /** The password was changed elsewhere; the flow says that it is wrong. */
    PASSWORD_CHANGED(213),
    /** The password that a form of the profile sets is one that the account had before. */
    NEW_PASSWORD_USED_BEFORE(214),
    /** The id of the application that the call names is not known any more. */
    APPLICATION_ID_UNKNOWN(221),
    /** The entity type that the call names is removed. */
    ENTITY_TYPE_REMOVED(222),
    /** An attribute that the call names is taken out of the entity type. */
    ATTRIBUTE_REMOVED(223),
    /** The access schema of the client hides an attribute that the call names. */
    ATTRIBUTE_HIDDEN(223),
    /** The application does not live on the host any more that the call is sent to. */
    APPLICATION_HOST_MOVED(224),
    /** The form of the flow lists a field that is not defined. */
    FLOW_FORM_BROKEN(226),
    /** The flow needs an attribute that the entity type has no longer. */
    FLOW_ATTRIBUTE_REMOVED(226),
    /** The setting that stands in for the flow names one that there is not. */
    DEFAULT_FLOW_UNKNOWN(226),
    /** Somebody else has created an entity type of the name. */
    ENTITY_TYPE_TAKEN(232),
    /** Somebody else has added an attribute of the name. */
    ATTRIBUTE_TAKEN(233),
    /** The storage takes no new records. */
    CREATING_REFUSED(300),
    /** The record was deleted behind the caller's back. */
    RECORD_DELETED(310),
    /** The element of a plural was deleted behind the caller's back. */
    ELEMENT_DELETED(310),
    /** The record was written behind the caller's back. */
    RECORD_CHANGED(330),
    /** An attribute that the call writes is one of IP addresses now. */
    ATTRIBUTE_MADE_IP_ADDRESS(340),
    /** An attribute that the call writes has another JSON type now. */
    ATTRIBUTE_TYPE_CHANGED(341),
    /** An attribute that the call writes is one of dates now. */
    ATTRIBUTE_MADE_DATE(342),
    /** The password that is written to a record is one that the account had before. */
    WRITTEN_PASSWORD_USED_BEFORE(352),
    /** An attribute that the call writes has a constraint on its characters now. */
    CONSTRAINT_ADDED(360),
    /** The entity type has a rule now that the call breaks. */
    RULE_ADDED(360),
    /** Somebody else has the value of a unique attribute. */
    VALUE_TAKEN(361),
    /** Somebody else has the social identity. */
    IDENTITY_TAKEN(361),
    /** An attribute that the call writes is unique now, and somebody else has the value. */
    ATTRIBUTE_MADE_UNIQUE(361),
    /** An attribute that the call leaves empty is required now. */
    ATTRIBUTE_MADE_REQUIRED(362),
    /** An attribute that the call writes may be shorter only. */
    LENGTH_TIGHTENED(363),
    /** Somebody else has registered with the e-mail address. */
    ADDRESS_TAKEN(380),
    /** Somebody else has registered with the e-mail address by way of another provider. */
    ADDRESS_TAKEN_BY_SOCIAL(380),
    /** The form that the call fills in has one more field that must be filled in. */
    FORM_TIGHTENED(390),
    /** Somebody has tried to sign in to the account too often. */
    LOG_IN_THROTTLED(390),
    /** The client that the call comes from gets another secret. */
    CLIENT_SECRET_ROTATED(402),
    /** The client that the call comes from is deleted. */
    CLIENT_DELETED(402),
    /** The person signs in on another device, whose refresh secret takes the place of this one's. */
    REFRESH_SECRET_REPLACED(402),
    /** The client that the call comes from loses the features that the operation asks for. */
    CLIENT_FEATURES_TAKEN(403),
    /** The address that the call comes from is not on the client's allow list any more. */
    CLIENT_ADDRESS_REFUSED(403),
    /** The person takes the client's access back before the authorization code is exchanged. */
    ACCESS_GRANT_REVOKED(413),
    /** The access token that the call presents expires. */
    ACCESS_TOKEN_EXPIRED(414),
    /** The authorization code that the call wants to exchange expires. */
    AUTHORIZATION_CODE_EXPIRED(415),
    /** The verification code that the call uses expires. */
    VERIFICATION_CODE_EXPIRED(416),
    /** The creation token that the call presents expires. */
    CREATION_TOKEN_EXPIRED(417),
    /** The authorization code turns out to be for another redirect URI. */
    REDIRECT_URI_CHANGED(420),
    /** The group of operations that the call belongs to goes off for maintenance. */
    MAINTENANCE(480),
    /** Reading records from the storage fails. */
    STORAGE_FAILS_READS(500),
    /** The storage takes no changes of records. */
    STORAGE_REFUSES_WRITES(500),
    /** The quota of the application is used up. */
    QUOTA_USED_UP(510),
    /** The flow raises an error by itself. */
    FLOW_TRIGGER_ADDED(540);

    private final int code;

    ErrorDrill(int code) {
        this.code = code;
    }

    /** The documented error that it leads to. */
    public int code() {
        return code;
    }

    /** The name by which the control plane and the command line call it, such as {@code access-token-expired}. */
    public String publicName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
