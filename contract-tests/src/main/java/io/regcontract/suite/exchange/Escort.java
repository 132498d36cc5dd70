package io.regcontract.suite.exchange;

import io.regcontract.check.Answer;
import java.util.Optional;

/** Who goes along with each call: asked before it leaves, told what came of it. Called by many threads at once. */
@FunctionalInterface
public interface Escort {

    /**
     * Before a call leaves. May wait.
     *
     * @return what is told how the call ended, also when no answer came
     * @throws HeldBack to keep it from leaving
     */
    Journey leaving(Call call, Exchange.Role role);

    /** A call on its way. */
    @FunctionalInterface
    interface Journey {

        /** Nobody waits for it. */
        Journey UNWATCHED = answer -> {};

        /** The call ended, with an answer or with none. */
        void ended(Optional<Answer> answer);
    }
}
