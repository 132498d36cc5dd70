/** What a service says on a socket, and what comes of it on the console, in verdict.json and as an exit code. */
@NullMarked
package io.regcontract.endtoend;

import org.jspecify.annotations.NullMarked;
