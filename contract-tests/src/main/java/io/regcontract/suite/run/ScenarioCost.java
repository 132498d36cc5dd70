package io.regcontract.suite.run;

import io.regcontract.suite.scenario.Scenario;

/**
 * Expected cost of a scenario, most expensive first. Long scenarios start first; otherwise one thread would still be
 * busy at the end while the others are idle.
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
