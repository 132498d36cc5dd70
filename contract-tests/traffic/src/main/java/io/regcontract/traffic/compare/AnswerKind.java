package io.regcontract.traffic.compare;

import io.regcontract.check.answer.Answer;
import io.regcontract.traffic.answer.AnsweredCode;
import java.util.Comparator;

/**
 * What answers are compared with each other.
 *
 * @param operation path
 * @param code that the answer names, as text; {@code success}, or {@code no code} for an error that names none
 */
record AnswerKind(String operation, String code) implements Comparable<AnswerKind> {

    private static final Comparator<AnswerKind> ORDER =
            Comparator.comparing(AnswerKind::operation).thenComparing(AnswerKind::code);

    static AnswerKind of(String operation, Answer answer) {
        return new AnswerKind(operation, answer.isSuccess() ? "success" : code(answer));
    }

    private static String code(Answer answer) {
        var code = AnsweredCode.of(answer);
        return code.isPresent() ? Integer.toString(code.getAsInt()) : "no code";
    }

    @Override
    public int compareTo(AnswerKind other) {
        return ORDER.compare(this, other);
    }
}
