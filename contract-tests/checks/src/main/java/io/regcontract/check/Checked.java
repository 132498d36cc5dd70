package io.regcontract.check;

/** A check and what it found. */
public record Checked(Check check, Finding finding) {

    public boolean failed() {
        return finding instanceof Finding.Fails;
    }
}
