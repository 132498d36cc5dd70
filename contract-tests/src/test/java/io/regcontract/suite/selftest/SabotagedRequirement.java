package io.regcontract.suite.selftest;

import io.regcontract.suite.sabotage.Sabotage;
import io.regcontract.suite.scenario.Requirement;

/**
 * One sabotage, done to the answer of one requirement.
 *
 * @param check id of the check that must find it
 * @param caught whether the verdict is contradicted, by the check that the sabotage names
 * @param came what came, in words
 */
record SabotagedRequirement(Requirement requirement, Sabotage sabotage, String check, boolean caught, String came) {}
