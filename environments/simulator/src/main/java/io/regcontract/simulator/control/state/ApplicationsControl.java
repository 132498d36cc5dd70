package io.regcontract.simulator.control.state;

import java.util.List;

/** The applications of a simulator. */
public interface ApplicationsControl {

    /** Their names, in alphabetic order. */
    List<String> names();

    /** Makes one with a name that is made up, so that tests that run at the same time do not meet. */
    NewApplication create();

    /**
     * Makes one.
     *
     * @param name the first label of its host too: letters, digits, {@code -} and {@code _}
     * @throws io.regcontract.simulator.control.ControlException when the name cannot be, or is taken
     */
    NewApplication create(String name);

    /**
     * Deletes one with everything it has.
     *
     * @throws io.regcontract.simulator.control.ControlException when there is none, or it is the default one
     */
    void delete(String name);

    /**
     * Brings the whole simulator back to its start: the default application anew, and no other one.
     *
     * @throws io.regcontract.simulator.control.ControlException when a file that the simulator began with is not there
     *     any more, or broken since; nothing was changed then
     */
    void reset();
}
