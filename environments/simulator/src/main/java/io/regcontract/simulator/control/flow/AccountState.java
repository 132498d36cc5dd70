package io.regcontract.simulator.control.flow;

/** For which accounts a flow raises an error of its own. */
public enum AccountState {
    /** Those that have no password. */
    SOCIAL_ONLY("social-only"),
    /** Those whose address is verified. */
    VERIFIED("verified"),
    /** All of them. */
    ALWAYS("always");

    private final String publicName;

    AccountState(String publicName) {
        this.publicName = publicName;
    }

    /** The name in the document of a flow. */
    public String publicName() {
        return publicName;
    }
}
