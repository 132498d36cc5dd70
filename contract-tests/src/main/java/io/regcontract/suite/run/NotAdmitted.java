package io.regcontract.suite.run;

/** An environment was looked at and is not fit for a run. Says what is wrong and what to do. */
public final class NotAdmitted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String remedy;

    NotAdmitted(String what, String remedy) {
        super(what + " " + remedy);
        this.what = what;
        this.remedy = remedy;
    }

    String what() {
        return what;
    }

    String remedy() {
        return remedy;
    }
}
