package io.regcontract.environment;

/**
 * Something an environment lets the suite do to the world, or see of it, or has ready for it. A scenario that lacks one is
 * not drivable.
 */
public enum Capability {
    TIME_TRAVEL("moves the service's clock", true),
    WAITING("lets a token or code outlive itself, by waiting or by moving the clock", true),
    EXPIRED_TOKEN("hands over an access token that has expired", true),
    MAINTENANCE("switches a feature off for maintenance, and on again", true),
    QUOTA("sets how many calls an application may make", true),
    LIMIT("reaches the limit of calls by making them", true),
    STORAGE_FAULTS("lets the storage refuse writes or break on read", true),
    BROKEN_FLOW("runs a flow that is misconfigured on purpose", true),
    TRIGGERING_FLOW("runs a flow that ends in an error on purpose", true),
    TELLING_FLOW("runs a flow that says which part of a log-in was wrong", false),
    SOCIAL_SIGN_IN("lets a made-up person sign in at a social provider", true),
    OWN_APPLICATION("makes an application of its own for what concerns the whole application", true),
    API_LOG("finds a failed call in the API log by its request token", false),
    WRITING("makes and changes things of its own", false),
    SET_UP("makes what a call needs, by operations in scope, fixtures or a control plane", false);

    private final String description;
    private final boolean wide;

    Capability(String description, boolean wide) {
        this.description = description;
        this.wide = wide;
    }

    /** What the suite does with it, as the rest of a sentence that starts with "the suite". */
    public String description() {
        return description;
    }

    /**
     * Whether a control plane offers it by changing what a whole application shares, so that who uses it there needs an
     * application of its own.
     */
    public boolean changesTheApplication() {
        return wide;
    }
}
