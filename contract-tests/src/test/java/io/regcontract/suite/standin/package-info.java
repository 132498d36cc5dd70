/**
 * A tenant that behaves as a real one does on the first day, for our own tests: the simulator in the observed dialect as a
 * process of its own, behind TLS by an authority nobody knows, without a control plane, with a quota, searches that lag,
 * gateways that answer in its place and a clock that is off. Tests look behind it through a control plane that it keeps
 * to itself. Uses the simulator's command and nothing else of the project.
 */
@NullMarked
package io.regcontract.suite.standin;

import org.jspecify.annotations.NullMarked;
