/** Recorded traffic: what the suite itself exchanged, and the same with damage, before the judge of traffic. */
@NullMarked
package io.regcontract.endtoend.traffic;

import org.jspecify.annotations.NullMarked;
