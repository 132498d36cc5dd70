package io.regcontract.environment;

/** Something an environment lets the suite do to the world, or see of it. A scenario that lacks one is not drivable. */
public enum Capability {
    TIME_TRAVEL("moves the service's clock, so that tokens and codes expire"),
    MAINTENANCE("switches a feature off for maintenance, and on again"),
    QUOTA("sets how many calls an application may make"),
    STORAGE_FAULTS("lets the storage refuse writes or break on read"),
    FLOWS("installs flows of its own making"),
    SOCIAL_SIGN_IN("lets a made-up person sign in at a social provider"),
    OWN_APPLICATION("makes an application of its own for what concerns the whole application"),
    API_LOG("finds a failed call in the API log by its request token"),
    WRITING("makes and changes things of its own");

    private final String description;

    Capability(String description) {
        this.description = description;
    }

    /** What the suite does with it, as the rest of a sentence that starts with "the suite". */
    public String description() {
        return description;
    }
}
