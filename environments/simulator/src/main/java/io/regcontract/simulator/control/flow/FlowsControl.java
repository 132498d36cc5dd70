package io.regcontract.simulator.control.flow;

import java.util.List;
import java.util.function.UnaryOperator;

/** The flows of an application. */
public interface FlowsControl {

    /** Their names, in alphabetic order. */
    List<String> names();

    /**
     * One of them.
     *
     * @throws io.regcontract.simulator.control.ControlException when there is none of that name
     */
    FlowDefinition read(String name);

    /**
     * Installs a flow, over one of the same name if there is one. One that is wrong in itself is taken, and shows when
     * it is used.
     *
     * @throws io.regcontract.simulator.control.ControlException when the document has not the shape of a flow
     */
    void install(String name, FlowDefinition flow);

    /**
     * Changes a flow.
     *
     * <pre>{@code
     * control.flows().change("standard", flow -> flow.requiring("firstName"));
     * }</pre>
     *
     * @throws io.regcontract.simulator.control.ControlException when there is none of that name
     */
    default void change(String name, UnaryOperator<FlowDefinition> change) {
        install(name, change.apply(read(name)));
    }

    /**
     * Removes a flow, whether or not a setting names it.
     *
     * @throws io.regcontract.simulator.control.ControlException when there is none of that name
     */
    void remove(String name);
}
