package io.regcontract.suite.drill;

import java.util.List;

/**
 * A drill as the simulator offers it.
 *
 * @param name by which it is armed
 * @param code that it leads to
 * @param operations at which it can show
 */
record OfferedDrill(String name, int code, List<String> operations) {}
