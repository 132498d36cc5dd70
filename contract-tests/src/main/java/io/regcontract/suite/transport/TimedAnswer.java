package io.regcontract.suite.transport;

import io.regcontract.check.answer.Answer;
import java.time.Instant;

/**
 * An answer in memory, unredacted, with the times that frame it.
 *
 * @param answer what came
 * @param sent just before the request left
 * @param received just after the answer was read
 */
public record TimedAnswer(Answer answer, Instant sent, Instant received) {}
