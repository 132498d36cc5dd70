package io.regcontract.check;

/** A check and what it found. */
public record CheckResult(Check check, Finding finding) {

    /** Whether the promise is broken. */
    public boolean failed() {
        return finding instanceof Finding.Fails;
    }
}
