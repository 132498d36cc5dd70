package io.regcontract.pair.report;

import io.regcontract.pair.half.Half;
import java.time.temporal.ChronoUnit;

/** How a half is called for people. */
final class HalfText {

    private HalfText() {}

    /** Its name, kind and dialect, and that it was recorded before. */
    static String of(Half half) {
        return half.header()
                .map(header -> header.environment().name() + " ("
                        + header.environment().kind() + ", dialect "
                        + header.environment().dialect() + ") at "
                        + header.environment().baseAddress() + ", begun "
                        + header.startedAt().truncatedTo(ChronoUnit.SECONDS)
                        + (half.recorded() ? ", recorded before" : ""))
                .orElse("no record in " + half.directory());
    }
}
