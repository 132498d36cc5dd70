package io.regcontract.simulator.change;

import io.regcontract.simulator.error.ApiErrorException;
import java.util.function.Supplier;

/** A change that the state of the application does not allow; the message is a whole sentence. */
public final class RefusedChangeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean aboutNothing;

    RefusedChangeException(String sentence) {
        this(sentence, false);
    }

    private RefusedChangeException(String sentence, boolean aboutNothing) {
        super(sentence, null, false, false);
        this.aboutNothing = aboutNothing;
    }

    /** The refusal of a change of what is not there. */
    static RefusedChangeException notThere(String sentence) {
        return new RefusedChangeException(sentence, true);
    }

    /** Whether what was to be changed is not there. */
    public boolean isAboutNothing() {
        return aboutNothing;
    }

    /** Makes a change; what the API would refuse with an error is refused with its description. */
    static <T> T refusing(Supplier<T> change) {
        try {
            return change.get();
        } catch (ApiErrorException refused) {
            var text = refused.description();
            throw new RefusedChangeException(
                    Character.toUpperCase(text.charAt(0)) + text.substring(1) + (text.endsWith(".") ? "" : "."));
        }
    }

    /** As {@link #refusing(Supplier)}, for a change without a result. */
    static void refusing(Runnable change) {
        refusing(() -> {
            change.run();
            return true;
        });
    }
}
