/**
 * What a scenario works with: an application and its clients, entity types, records, accounts and tokens that it made
 * itself. Uses calls, transport and the state of the environment; knows nothing of requirements, checks or JUnit.
 */
@NullMarked
package io.regcontract.suite.tenant;

import org.jspecify.annotations.NullMarked;
