package io.regcontract.simulator.control.journal;

/**
 * A record that a call names.
 *
 * @param parameter {@code uuid} or {@code id}
 * @param value a uuid, a whole number, a word for nothing such as {@code null}, or {@link #UNREADABLE} for any other
 *     text, which is not kept
 * @param isNothing whether no record can be meant, or none was ever given that id
 */
public record NamedId(String parameter, String value, boolean isNothing) {

    /** In place of a text that is no id. */
    public static final String UNREADABLE = "(no id)";
}
