package io.regcontract.assertion;

import io.regcontract.check.answer.Answer;

/** Entry point, to be imported statically: {@code assertThat(answer).isDocumentedError(UNIQUE_VIOLATION)}. */
public final class RegistrationAssertions {

    private RegistrationAssertions() {}

    /** About an answer as it was received: {@link Answer#of(int, String, String)} makes one from any HTTP client's. */
    public static AnswerAssert assertThat(Answer answer) {
        return new AnswerAssert(answer);
    }
}
