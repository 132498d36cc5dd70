package io.regcontract.suite;

/** Set-up or environment failed: an error to JUnit and Allure, not a failure. */
final class BrokenAttemptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenAttemptException(String reason) {
        super(reason, null, false, false);
    }
}
