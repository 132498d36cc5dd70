package io.regcontract.report;

import io.regcontract.contract.Contract;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How many codes the contract has, for what tests expect to be told: a new code then changes none of their sentences. */
public final class Codes {

    /** All documented codes. The record of {@link RecordBuilder} has one requirement for each. */
    public static final int ALL_CODES = Contract.load().errors().size();

    private static final Pattern COUNT = Pattern.compile("\\{all([+-][0-9]+)?}");
    private static final Pattern FIRST = Pattern.compile("\\{first ([0-9]+)}");

    private Codes() {}

    /**
     * Writes the codes into a sentence: for {@code {all}} how many there are, for {@code {all-1}} one less, for
     * {@code {first 5}} the five smallest, separated by commas.
     */
    public static String counted(String sentence) {
        var listed = FIRST.matcher(sentence).replaceAll(first -> codes().limit(Integer.parseInt(first.group(1)))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ")));
        return COUNT.matcher(listed)
                .replaceAll(count ->
                        String.valueOf(ALL_CODES + (count.group(1) == null ? 0 : Integer.parseInt(count.group(1)))));
    }

    /** The line of a code's observation in a record of {@link RecordBuilder}, counted from 1: the catalogue is the first line. */
    public static long lineOf(int code) {
        return codes().takeWhile(each -> each < code).count() + 2;
    }

    private static IntStream codes() {
        return Contract.load().errors().stream()
                .mapToInt(error -> error.code().code())
                .sorted();
    }
}
