/** The container image, run by podman: what a user of it types, and what comes of it. Uses nothing of the project but its files. */
@NullMarked
package io.regcontract.endtoend.container;

import org.jspecify.annotations.NullMarked;
