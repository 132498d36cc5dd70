/** Where new names come from: tokens, ids and uuids out of one source of chance. */
@NullMarked
package io.regcontract.simulator.identity;

import org.jspecify.annotations.NullMarked;
