package io.regcontract.simulator.control.schema;

import java.util.List;

/** The entity types of an application. */
public interface TypesControl {

    /** Their names, in alphabetic order. */
    List<String> names();

    /**
     * Makes one with these attributes besides the reserved ones.
     *
     * @throws io.regcontract.simulator.control.ControlException when the name is taken, or an attribute cannot be
     */
    void create(String name, Attribute... attributes);

    /** The control of one of them. */
    TypeControl type(String name);
}
