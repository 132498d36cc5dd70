package io.regcontract.facade;

/** What a facade can do wrong on request: each breaks one thing that the contract documents, at one operation. */
public enum Fault {
    /** /entity numbers a record that is not there 404, as HTTP does. */
    RECORD_NOT_FOUND_IS_404("/entity", 310),
    /** /entity.update calls a value that is taken constraint_violation. */
    TAKEN_VALUE_HAS_ANOTHER_NAME("/entity.update", 361),
    /** /oauth/forgot_password_native says nothing of an unknown address but its name and number. */
    UNKNOWN_ADDRESS_IS_NOT_DESCRIBED("/oauth/forgot_password_native", 212),
    /** /oauth/register_native_traditional refuses a form without a request token. */
    REFUSED_FORM_HAS_NO_TOKEN("/oauth/register_native_traditional", 390),
    /** /oauth/token gives every wrong code the same request token. */
    WRONG_CODES_SHARE_A_TOKEN("/oauth/token", 200),
    /** /entity.update does not say which attribute breaks a constraint. */
    CONSTRAINT_NAMES_NO_ATTRIBUTE("/entity.update", 360),
    /** /access/useVerificationCode takes a code that has expired. */
    EXPIRED_CODE_SUCCEEDS("/access/useVerificationCode", 416),
    /** /oauth/verify_email_native says stat fail, where error is the constant. */
    UNKNOWN_ADDRESS_HAS_ANOTHER_STAT("/oauth/verify_email_native", 210),
    /** /oauth/auth_native_traditional tells a person with an unknown address that the password is wrong. */
    UNKNOWN_ADDRESS_IS_A_WRONG_PASSWORD("/oauth/auth_native_traditional", 212),
    /** /entity.find refuses filters that are right along with those that are wrong. */
    EVERY_FILTER_IS_WRONG("/entity.find", 200);

    private final String operation;
    private final int code;

    Fault(String operation, int code) {
        this.operation = operation;
        this.code = code;
    }

    /** The operation that does it. */
    public String operation() {
        return operation;
    }

    /** The documented code of the condition under which it does. */
    public int code() {
        return code;
    }

    /** Whether it shows when this operation is to answer with this code. */
    public boolean concerns(String anOperation, int aCode) {
        return operation.equals(anOperation) && code == aCode;
    }
}
