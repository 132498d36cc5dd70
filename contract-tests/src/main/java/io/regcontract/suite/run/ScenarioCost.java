package io.regcontract.suite.run;

import io.regcontract.suite.scenario.Scenario;

/**
 * Expected cost of a scenario, most expensive first. Long scenarios start first; otherwise one thread would still be
 * busy at the end while the others are idle.
 */
enum ScenarioCost {
    /** Creates an application and changes its state twice. */
    OWN_APPLICATION,
    /** Creates an account, and a person signs in. */
    PERSON,
    /** Creates an entity type and a record. */
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
