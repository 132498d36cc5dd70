/** How JSON is read and written, in one place. May use the JSON library and nothing else. */
@NullMarked
package io.regcontract.simulator.json;

import org.jspecify.annotations.NullMarked;
