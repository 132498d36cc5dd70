package io.regcontract.suite.transport;

import io.regcontract.check.answer.Answer;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.evidence.Exchange;
import java.util.Optional;

/**
 * Intercepts every call: may delay or block it before it is sent, and learns how it ended. Called by many threads at
 * once.
 */
@FunctionalInterface
public interface CallInterceptor {

    /**
     * Before a call leaves. May wait.
     *
     * @return what is told how the call ended, also when no answer came
     * @throws CallBlockedException to keep it from leaving
     */
    CallScope beforeCall(Call call, Exchange.Role role);

    /** A call on its way. */
    @FunctionalInterface
    interface CallScope {

        /** Does nothing when the call ends. */
        CallScope NO_OP = answer -> {};

        /** The call ended, with an answer or with none. */
        void afterCall(Optional<Answer> answer);
    }
}
