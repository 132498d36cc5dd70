package io.regcontract.pair.compare;

import io.regcontract.pair.half.AnswerParts;

/**
 * In what two answers differ.
 *
 * @param about the part of the answer: {@code code}, {@code name}, {@code status}, {@code token}, {@code field NAME}, or the
 *     id of a check that holds of the old one and fails of the new one
 * @param old its form in the old one
 * @param now its form in the new one
 * @param promised whether the contract promises that part; what it only knows, such as a field that may be there, is not
 */
public record Difference(String about, String old, String now, boolean promised) implements Comparable<Difference> {

    @Override
    public int compareTo(Difference other) {
        return key().compareTo(other.key());
    }

    private String key() {
        return (promised ? "0" : "1") + " " + about + " " + old + " " + now;
    }

    /** {@code HTTP status: 200, now 400}. */
    public String sentence() {
        return label() + ": " + oldForm() + ", now " + newForm();
    }

    /** The form in the old one, for people. */
    public String oldForm() {
        return form(old);
    }

    /** The form in the new one, for people. */
    public String newForm() {
        return form(now);
    }

    private String form(String form) {
        return about.equals(AnswerPart.CODE) && form.equals(AnswerParts.OK) ? "a success" : form;
    }

    /** Whether it is a check that holds of the old one, of what no part of the answer has its form. */
    public boolean ofACheck() {
        return old.equals("holds") && now.equals("fails");
    }

    /** The part as the documentation calls it, for people. */
    public String label() {
        return switch (about) {
            case AnswerPart.TOKEN -> "request_token";
            case AnswerPart.NAME -> "error";
            case AnswerPart.STATUS -> "HTTP status";
            default -> ofACheck() ? "check " + about : about;
        };
    }
}
