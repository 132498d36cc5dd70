/**
 * The engine: takes a scenario and an environment and returns an observation. Knows nothing of JUnit or Allure; what it
 * sees goes to the run record, a file of JSON lines that the reports read.
 */
@NullMarked
package io.regcontract.suite.observe;

import org.jspecify.annotations.NullMarked;
