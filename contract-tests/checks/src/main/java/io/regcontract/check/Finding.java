package io.regcontract.check;

import io.regcontract.contract.text.ServiceText;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a check found. */
public sealed interface Finding {

    /** The promise holds. */
    record Holds() implements Finding {}

    /**
     * The promise is broken.
     *
     * @param expected what was promised, in words for a person
     * @param actual what came, in words for a person
     * @param proposal where something came that the contract does not know: how it would read there
     */
    record Fails(String expected, String actual, Optional<SchemaProposal> proposal) implements Finding {

        /** A broken promise without a proposal. */
        public Fails(String expected, String actual) {
            this(expected, actual, Optional.empty());
        }
    }

    /** The promise could not be judged on this answer, and why. */
    record NotApplicable(String reason) implements Finding {}

    /** The promise holds. */
    static Finding holds() {
        return new Holds();
    }

    /** The promise is broken: what was promised, and what came. */
    static Finding fails(String expected, String actual) {
        return new Fails(expected, actual);
    }

    /** The promise is broken by something that the contract does not know. */
    static Finding fails(String expected, String actual, Optional<SchemaProposal> proposal) {
        return new Fails(expected, actual, proposal);
    }

    /** The promise could not be judged. */
    static Finding notApplicable(String reason) {
        return new NotApplicable(reason);
    }

    /** The finding as a person may see it: in one line, bounded, without characters that act on a terminal. */
    default Finding shown() {
        return this instanceof Fails fails
                ? new Fails(
                        ServiceText.bounded(fails.expected()), ServiceText.bounded(fails.actual()), fails.proposal())
                : reworded(ServiceText::bounded);
    }

    /** The same finding with every word passed through {@code rewrite}, for example a redactor. */
    default Finding reworded(UnaryOperator<String> rewrite) {
        if (this instanceof Fails fails) {
            return new Fails(
                    rewrite.apply(fails.expected()),
                    rewrite.apply(fails.actual()),
                    fails.proposal().map(proposal -> proposal.reworded(rewrite)));
        }
        if (this instanceof NotApplicable none) {
            return new NotApplicable(rewrite.apply(none.reason()));
        }
        return this;
    }
}
