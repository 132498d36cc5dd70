/**
 * What the suite asks of a service, as a plan that other tools can carry out: two runs are recorded on the wire, and
 * what differs between them becomes a variable. {@code PostmanCollection} writes such a plan for Postman; benchmarks
 * use the same plans. May use {@code run} and what that uses; knows no simulator.
 */
@NullMarked
package io.regcontract.suite.replay;

import org.jspecify.annotations.NullMarked;
