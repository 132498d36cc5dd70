package io.regcontract.contract.yaml;

import java.util.Comparator;

/**
 * One thing that is wrong with a file that a person wrote.
 *
 * @param file the file, as the person who wrote it would name it
 * @param line counted from 1; 0 when the file as a whole is meant
 * @param column counted from 1; 0 when the file as a whole is meant
 * @param key the key with its parents, joined by dots; empty when no single key is meant
 * @param what what is wrong, a sentence part without a full stop; never a secret
 * @param remedy what to do, a sentence
 */
public record Problem(String file, int line, int column, String key, String what, String remedy) {

    /** By line, then by column. */
    public static final Comparator<Problem> IN_ORDER_OF_THE_FILE =
            Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

    /** A problem with the file as a whole. */
    public static Problem ofFile(String file, String what, String remedy) {
        return new Problem(file, 0, 0, "", what, remedy);
    }

    /** All but the remedy, a sentence. */
    public String message() {
        var place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + ": " + (key.isEmpty() ? "" : key + ": ") + what + ".";
    }

    @Override
    public String toString() {
        return message() + " " + remedy;
    }
}
