package io.regcontract.report.attest;

/** An attestation that cannot be made, or not be believed. The message says what is wrong and what to do. */
public final class AttestationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    AttestationException(String problem, String remedy) {
        super(problem + " " + remedy);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** What is wrong, as a sentence. */
    public String problem() {
        return problem;
    }

    /** What to do about it, as a sentence. */
    public String remedy() {
        return remedy;
    }
}
