package io.regcontract.simulator.control.flow;

/** A step at which a flow can raise an error of its own. */
public enum FlowStep {
    SOCIAL_SIGN_IN("auth_native"),
    SIGN_IN("auth_native_traditional"),
    SOCIAL_REGISTRATION("register_native"),
    REGISTRATION("register_native_traditional"),
    FORGOTTEN_PASSWORD("forgot_password"),
    ADDRESS_VERIFICATION("verify_email"),
    PROFILE_UPDATE("update_profile");

    private final String publicName;

    FlowStep(String publicName) {
        this.publicName = publicName;
    }

    /** The name in the document of a flow. */
    public String publicName() {
        return publicName;
    }
}
