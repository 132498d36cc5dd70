package io.regcontract.simulator.control;

import java.util.Locale;

/** The drills that there are. {@code docs/drills.md} says of each what it does and what a good application does. */
public enum ErrorDrill {
    /** The entity type that the call names is removed. */
    ENTITY_TYPE_REMOVED(222),
    /** An attribute that the call names is taken out of the entity type. */
    ATTRIBUTE_REMOVED(223),
    /** The access schema of the client hides an attribute that the call names. */
    ATTRIBUTE_HIDDEN(223),
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
    /** The access token that the call presents expires. */
    ACCESS_TOKEN_EXPIRED(414),
    /** The group of operations that the call belongs to goes off for maintenance. */
    MAINTENANCE(480),
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
