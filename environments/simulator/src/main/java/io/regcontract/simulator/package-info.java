/**
 * The Registration service as an artifact: how to start and stop it, and the one place where its parts are wired. It
 * depends on no other part of this project.
 */
@NullMarked
package io.regcontract.simulator;

import org.jspecify.annotations.NullMarked;
