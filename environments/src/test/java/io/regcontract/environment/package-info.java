/** Tests of environments: what a profile may say, and what a person reads when it says something else. */
@NullMarked
package io.regcontract.environment;

import org.jspecify.annotations.NullMarked;
