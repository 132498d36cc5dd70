package io.regcontract.check;

/** A check and what it found. */
public record CheckResult(Check check, Finding finding) {

    public boolean failed() {
        return finding instanceof Finding.Fails;
    }
}
