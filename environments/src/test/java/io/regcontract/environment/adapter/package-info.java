/**
 * The reference adapter: a control plane for the test build of a replacement, in one class to be copied. Uses the JDK and
 * Jackson alone, and nothing of this project.
 */
@NullMarked
package io.regcontract.environment.adapter;

import org.jspecify.annotations.NullMarked;
