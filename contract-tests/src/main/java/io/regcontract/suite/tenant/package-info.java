/**
 * What a scenario works with: an application and its clients, entity types, records and accounts that it made itself,
 * and, where the environment offers it, the world around them (clock, maintenance, quota, storage, flows). Uses
 * exchanges; knows nothing of requirements, checks or JUnit.
 */
@NullMarked
package io.regcontract.suite.tenant;

import org.jspecify.annotations.NullMarked;
