/**
 * The simulator's image as a container of Testcontainers. May use Testcontainers and the JDK, and nothing else of the
 * project: what it starts is another process.
 */
@NullMarked
package io.regcontract.testcontainers;

import org.jspecify.annotations.NullMarked;
