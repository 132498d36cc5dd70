package io.regcontract.drill.judge;

import java.util.List;
import java.util.Optional;

/**
 * One error that can come from the operations that were called.
 *
 * @param name the documented name, or what the simulator calls it
 * @param operations those that were called and can answer with it, first those that did
 * @param drills the drills that lead to it
 * @param times how often it was met; {@code byDrill}, {@code byWorld} and {@code byCaller} are parts of it
 * @param requestToken of the last time
 */
public record CodeCoverage(
        int code,
        String name,
        Standing standing,
        List<String> operations,
        List<String> drills,
        long times,
        long byDrill,
        long byWorld,
        long byCaller,
        Optional<String> requestToken) {

    public CodeCoverage {
        operations = List.copyOf(operations);
        drills = List.copyOf(drills);
    }

    /** Whether it came for another cause than the caller. */
    public boolean isMet() {
        return byDrill + byWorld > 0;
    }
}
