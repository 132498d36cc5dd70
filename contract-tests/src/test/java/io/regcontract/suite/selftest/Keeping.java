package io.regcontract.suite.selftest;

import io.regcontract.check.Answer;
import io.regcontract.check.Circumstances;
import io.regcontract.check.Examination.Examined;
import io.regcontract.check.Expectation;
import io.regcontract.suite.observe.Examiner;
import io.regcontract.suite.sabotage.Recorded;
import io.regcontract.suite.scenario.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Judges strictly, and keeps every answer with all it was judged by. */
final class Keeping implements Examiner {

    private final Examiner judge = Stage.strict();
    private final Map<Requirement, Recorded> kept = new ConcurrentHashMap<>();

    @Override
    public List<Examined> examine(
            Requirement requirement,
            Answer answer,
            Expectation expectation,
            Function<Optional<String>, Circumstances> circumstances) {
        var around = new AtomicReference<>(Circumstances.NONE);
        var examined = judge.examine(requirement, answer, expectation, token -> {
            around.set(circumstances.apply(token));
            return around.get();
        });
        kept.put(requirement, new Recorded(requirement, answer, expectation, around.get()));
        return examined;
    }

    Recorded of(Requirement requirement) {
        return Objects.requireNonNull(kept.get(requirement), () -> requirement + " was not answered");
    }
}
