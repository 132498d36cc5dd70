package io.regcontract.suite.ledger;

import java.util.Arrays;
import java.util.Locale;

/**
 * Something that a call creates and that stays until it is removed. What disappears together with another resource of
 * the run (a record of its type, a setting of its client) does not count.
 *
 * @param sort what it is
 * @param name how it is found: the description of a client, the name of a type, the address of an account, the key of a
 *     setting, the name of an attribute. Empty for a record that only its uuid names
 * @param within the type of a record or an attribute, the client of a setting; empty otherwise
 */
record CreatedResource(Sort sort, String name, String within) {

    /** The kind of a resource. */
    enum Sort {
        CLIENT,
        ENTITY_TYPE,
        RECORD,
        SETTING,
        DEFAULT_SETTING,
        ATTRIBUTE;

        /** The word for it in ledgers and to people. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        static Sort ofWord(String word) {
            return Arrays.stream(values())
                    .filter(sort -> sort.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("nothing is called " + word));
        }
    }

    @Override
    public String toString() {
        return sort.word() + (name.isEmpty() ? "" : " " + name) + (within.isEmpty() ? "" : " of " + within);
    }
}
