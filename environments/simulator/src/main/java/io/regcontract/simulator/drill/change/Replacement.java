package io.regcontract.simulator.drill.change;

import io.regcontract.simulator.drill.Undo;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One value takes the place of another. */
public final class Replacement {

    private Replacement() {}

    /**
     * Replaces a value.
     *
     * @param present the value that is there at a later time
     * @param put puts a value there
     * @return puts the former value back, unless what is there by then is another than was put
     */
    public static <T> Undo of(T before, T after, Supplier<Optional<T>> present, Consumer<T> put) {
        put.accept(after);
        return () -> present.get().filter(after::equals).ifPresent(unchanged -> put.accept(before));
    }
}
