/**
 * Reads profiles and what they refer to. Problems of a profile name its file and key:
 * {@link io.regcontract.environment.loading.ProfileException}.
 */
@NullMarked
package io.regcontract.environment.loading;

import org.jspecify.annotations.NullMarked;
