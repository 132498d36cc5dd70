package io.regcontract.suite.run;

/** The preflight found an environment unfit for a run. Says what is wrong and what to do. */
public final class EnvironmentUnfitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String remedy;

    EnvironmentUnfitException(String what, String remedy) {
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
