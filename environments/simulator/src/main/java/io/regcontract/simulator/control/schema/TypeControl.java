package io.regcontract.simulator.control.schema;

import java.util.List;

/**
 * One entity type. Attributes are named by their paths, such as {@code givenName} or {@code primaryAddress.city}. Every
 * call throws {@link io.regcontract.simulator.control.ControlException} when there is no such type or attribute.
 */
public interface TypeControl {

    /** Its attributes in order, the reserved ones first. */
    List<Attribute> attributes();

    /**
     * Adds an attribute at its top.
     *
     * @throws io.regcontract.simulator.control.ControlException when the name is taken or cannot be
     */
    void addAttribute(Attribute attribute);

    /** Removes an attribute with its values in all records. */
    void removeAttribute(String path);

    /**
     * Adds constraints to an attribute. Values that are there stay as they are.
     *
     * @throws io.regcontract.simulator.control.ControlException when records hold a value twice that is to be unique
     */
    void addConstraints(String path, AttributeConstraint... constraints);

    /** Takes constraints away from an attribute. */
    void removeConstraints(String path, AttributeConstraint... constraints);

    /** Bounds the length of an attribute's values, in characters. Values that are there stay as they are. */
    void limitLength(String path, int characters);

    /** Takes the bound of the length away. */
    void unlimitLength(String path);

    /**
     * Remembers passwords, so that they are not taken again.
     *
     * @param passwords how many, the present one counted, 10 at most; 0 switches that off
     */
    void rememberPasswords(int passwords);

    /** Hides an attribute from a client, for reading and for writing. */
    void hide(String path, String clientId);

    /** Takes all restrictions of a client for this type away. */
    void showAll(String clientId);

    /** Removes the type with its records. */
    void remove();
}
