/**
 * The state behind the API, for tests: what the control plane offers, with types, for a simulator in this process and
 * for one that is reached over HTTP alike. Knows the control plane's calls and nothing of what answers them.
 */
@NullMarked
package io.regcontract.simulator.control;

import org.jspecify.annotations.NullMarked;
