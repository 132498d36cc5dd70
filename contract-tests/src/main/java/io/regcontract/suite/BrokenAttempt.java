package io.regcontract.suite;

/** Set-up or environment failed: an error to JUnit and Allure, not a failure. */
final class BrokenAttempt extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenAttempt(String reason) {
        super(reason, null, false, false);
    }
}
