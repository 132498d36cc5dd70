package io.regcontract.suite.observe;

import io.regcontract.check.Check;
import io.regcontract.check.Examination;
import io.regcontract.check.Finding;
import io.regcontract.check.answer.Answer;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.scenario.Requirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Collects the exchanges and checks of one attempt and makes an observation of them. Redacts all that it keeps. */
final class AttemptRecorder {

    private final Requirement requirement;
    private final Redactor redactor;
    private final Instant startedAt;
    private final long startedNanos = System.nanoTime();
    private final List<Observation.Earlier> earlier;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Observation.ExaminedCheck> checks = new ArrayList<>();
    private Observation.AnswerSummary answered = Observation.AnswerSummary.NOTHING;

    /**
     * @param startedAt the wall-clock time at which the attempt began
     * @param earlier the attempts at the same requirement before this one
     */
    AttemptRecorder(Requirement requirement, Redactor redactor, Instant startedAt, List<Observation.Earlier> earlier) {
        this.requirement = requirement;
        this.redactor = redactor;
        this.startedAt = startedAt;
        this.earlier = List.copyOf(earlier);
    }

    void keep(Exchange exchange) {
        exchanges.add(exchange);
    }

    void examined(String id, Check.Weight weight, Finding finding, List<String> relaxedBy) {
        checks.add(new Observation.ExaminedCheck(
                id, weight, finding.reworded(redactor::redact).shown(), relaxedBy));
    }

    /** Waits for the checks of the answer and adds them. */
    void judged(CompletableFuture<List<Examination.Examined>> judgement) {
        try {
            judgement
                    .join()
                    .forEach(one -> examined(one.check().id(), one.check().weight(), one.finding(), one.relaxedBy()));
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Whether a check that was added so far contradicts the contract. */
    boolean contradicted() {
        return checks.stream().anyMatch(Observation.ExaminedCheck::contradicts);
    }

    /** Keeps what the answer to the call under test says of itself. */
    void answered(Answer answer) {
        answered = new Observation.AnswerSummary(
                answer.code(),
                answer.text("error").map(redactor::redact),
                // Support can look up either field; whether the service uses the right one is checked elsewhere.
                answer.text("request_token").or(() -> answer.text("request_id")).map(redactor::redact));
    }

    /** This attempt as one that another attempt follows, because the connection was lost. */
    Observation.Earlier cutShort(String reason) {
        return new Observation.Earlier(startedAt, shown(reason));
    }

    /** The observation. Checks are part of it only if the attempt came to its end. */
    Observation ended(Outcome outcome) {
        return new Observation(
                requirement,
                outcome instanceof Outcome.Broken broken ? new Outcome.Broken(shown(broken.reason())) : outcome,
                answered,
                outcome instanceof Outcome.Observed ? checks : List.of(),
                exchanges,
                earlier,
                startedAt,
                (System.nanoTime() - startedNanos) / 1e6);
    }

    private String shown(String reason) {
        return ServiceText.bounded(redactor.redact(reason));
    }
}
