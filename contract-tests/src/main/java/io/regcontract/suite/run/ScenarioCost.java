package io.regcontract.suite.run;

import io.regcontract.suite.scenario.Scenario;

/**
 * How many calls a scenario is likely to make, by what it is about; the longest first. A run whose longest scenarios
 * begin last ends with one thread at work and all others idle.
 */
enum ScenarioCost {
    /** An application is made for it, and something is changed there and back. */
    OWN_APPLICATION,
    /** A person signs in, and has to have an account for that. */
    PERSON,
    /** A record is made, of a type that is made for it. */
    RECORD,
    /** Two or three calls. */
    SHORT;

    static ScenarioCost of(Scenario<?> scenario) {
        var operation = scenario.requirement().operation();
        if (scenario.needsOwnApplication()) {
            return OWN_APPLICATION;
        }
        if (operation.startsWith("/oauth/") || operation.startsWith("/access/")) {
            return PERSON;
        }
        return operation.equals("/entity") || operation.startsWith("/entity.") ? RECORD : SHORT;
    }
}
