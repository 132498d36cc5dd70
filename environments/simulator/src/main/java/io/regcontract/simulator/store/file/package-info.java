/** State in one file of the file library MVStore, which only this package knows. */
@NullMarked
package io.regcontract.simulator.store.file;

import org.jspecify.annotations.NullMarked;
