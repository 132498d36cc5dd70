/**
 * What a run would do, worked out before anything is sent: settings, the selection of requirements, the catalogue of
 * scenarios, the plan. Uses scenarios, profiles and the records of previous runs; opens no environment.
 */
@NullMarked
package io.regcontract.suite.plan;

import org.jspecify.annotations.NullMarked;
