/** The JSON of journals, written and read: what the control plane answers. Uses the data of journals and JSON. */
@NullMarked
package io.regcontract.simulator.control.journal.json;

import org.jspecify.annotations.NullMarked;
