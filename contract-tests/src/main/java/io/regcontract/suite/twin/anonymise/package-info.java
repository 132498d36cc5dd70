/** Replaces what tells who somebody is. Knows records and schemas as JSON, and nothing of where they come from. */
@NullMarked
package io.regcontract.suite.twin.anonymise;

import org.jspecify.annotations.NullMarked;
