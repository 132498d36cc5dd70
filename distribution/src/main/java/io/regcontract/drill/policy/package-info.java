/**
 * What people demand of an application that is drilled. Plain data, and the reader that refuses what is not meant
 * literally. May use {@code io.regcontract.contract} and the reading of policies in reports; knows nothing of drills
 * that were made.
 */
@NullMarked
package io.regcontract.drill.policy;

import org.jspecify.annotations.NullMarked;
