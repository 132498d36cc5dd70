package io.regcontract.suite.selftest;

import io.regcontract.check.CheckContext;
import io.regcontract.check.Examination.Examined;
import io.regcontract.check.Expectation;
import io.regcontract.check.answer.Answer;
import io.regcontract.suite.observe.Examiner;
import io.regcontract.suite.sabotage.RecordedAnswer;
import io.regcontract.suite.scenario.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Judges strictly, and keeps every answer with all it was judged by. */
final class RecordingExaminer implements Examiner {

    private final Examiner judge = SelfTestEnvironment.strict();
    private final Map<Requirement, RecordedAnswer> kept = new ConcurrentHashMap<>();

    @Override
    public List<Examined> examine(
            Requirement requirement,
            Answer answer,
            Expectation expectation,
            Function<Optional<String>, CheckContext> circumstances) {
        var around = new AtomicReference<>(CheckContext.NONE);
        var examined = judge.examine(requirement, answer, expectation, token -> {
            around.set(circumstances.apply(token));
            return around.get();
        });
        kept.put(requirement, new RecordedAnswer(requirement, answer, expectation, around.get()));
        return examined;
    }

    RecordedAnswer of(Requirement requirement) {
        return Objects.requireNonNull(kept.get(requirement), () -> requirement + " was not answered");
    }
}
