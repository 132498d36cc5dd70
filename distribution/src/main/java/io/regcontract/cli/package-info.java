/**
 * The command {@code regcontract}: one jar with the commands of simulator, suite and reports. It mounts them under one
 * name and leaves options, words and exit codes to them. It may use the command lines of all three, and for commands
 * of its own what they are made of; nothing uses it.
 */
@NullMarked
package io.regcontract.cli;

import org.jspecify.annotations.NullMarked;
