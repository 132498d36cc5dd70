package io.regcontract.report;

import io.regcontract.contract.Contract;
import java.util.regex.Pattern;

/** How many codes the contract has, for what tests expect to be told: a new code then changes none of their sentences. */
public final class Codes {

    /** All documented codes. The record of {@link RecordBuilder} has one requirement for each. */
    public static final int ALL_CODES = Contract.load().errors().size();

    private static final Pattern COUNT = Pattern.compile("\\{all([+-][0-9]+)?}");

    private Codes() {}

    /** Writes the numbers into a sentence: {@code {all}}, or so many fewer or more, as in {@code {all-1}}. */
    public static String counted(String sentence) {
        return COUNT.matcher(sentence)
                .replaceAll(count ->
                        String.valueOf(ALL_CODES + (count.group(1) == null ? 0 : Integer.parseInt(count.group(1)))));
    }
}
