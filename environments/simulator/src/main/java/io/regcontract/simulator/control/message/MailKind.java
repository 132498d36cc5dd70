package io.regcontract.simulator.control.message;

/** What a message is about. */
public enum MailKind {
    /** A code with which a new password can be set. */
    PASSWORD_RECOVERY("password-recovery"),
    /** A code that proves whose address it is. */
    EMAIL_VERIFICATION("email-verification");

    private final String publicName;

    MailKind(String publicName) {
        this.publicName = publicName;
    }

    /** The name that the control plane uses. */
    public String publicName() {
        return publicName;
    }
}
