package io.regcontract.traffic.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far a simulator is from a recording, for a console. */
public final class FidelityReport {

    private static final int MOST_DIFFERENCES = 40;
    private static final double PERCENT = 100;

    private FidelityReport() {}

    /** The lines; the figure comes last. */
    public static List<String> lines(Fidelity fidelity) {
        var lines = new ArrayList<String>();
        int width = fidelity.rows().stream()
                .mapToInt(row -> row.operation().length())
                .max()
                .orElse(9);
        var format = "  %-" + Math.max(9, width) + "s %8s %8s %10s %13s";
        lines.add(String.format(Locale.ROOT, format, "operation", "answered", "alike", "different", "not repeated"));
        fidelity.rows()
                .forEach(row -> lines.add(String.format(
                        Locale.ROOT,
                        format,
                        row.operation(),
                        row.answered(),
                        row.alike(),
                        row.different(),
                        row.notReplayed())));
        fidelity.needs()
                .forEach(need -> lines.add("  not repeated, " + need.count() + (need.count() == 1 ? " time" : " times")
                        + ": it needs " + need.sentence() + ", first at " + need.first()));
        differences(fidelity, lines);
        fidelity.incomplete().forEach(sentence -> lines.add("  incomplete: " + sentence));
        lines.add(figure(fidelity));
        return lines;
    }

    private static void differences(Fidelity fidelity, List<String> lines) {
        int told = 0;
        int total = 0;
        for (var call : fidelity.calls()) {
            for (var difference : call.differences()) {
                total++;
                if (told < MOST_DIFFERENCES) {
                    told++;
                    lines.add("  " + call.place() + ", " + call.operation() + " answered " + call.answered() + ": "
                            + (difference.pointer().isEmpty() ? "body" : difference.pointer()) + " recorded "
                            + difference.recorded() + ", simulator " + difference.replayed());
                }
            }
        }
        if (total > told) {
            lines.add("  and " + (total - told) + " more differences, see " + FidelityFile.NAME);
        }
    }

    /** What a dialect would have been that is nearer to the recording; empty where it is not. */
    public static Optional<String> nearer(Fidelity fidelity, Fidelity inAnother) {
        return inAnother.share().orElse(0) > fidelity.share().orElse(1)
                ? Optional.of("In the dialect " + inAnother.dialect() + " "
                        + inAnother.alike() + " of " + (inAnother.alike() + inAnother.different())
                        + " are alike: if the service speaks it, repeat with --dialect " + inAnother.dialect() + ".")
                : Optional.empty();
    }

    static String figure(Fidelity fidelity) {
        long repeated = fidelity.alike() + fidelity.different();
        var rest = "; " + fidelity.notReplayed() + " of " + fidelity.calls().size() + " calls could not be repeated.";
        return fidelity.share().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "Fidelity: %.1f %% (%d of %d answers alike by the contract)%s",
                        // Never rounded up to a hundred.
                        Math.floor(fidelity.share().getAsDouble() * PERCENT * 10) / 10,
                        fidelity.alike(),
                        repeated,
                        rest)
                : "Fidelity: no figure, nothing could be repeated" + rest;
    }
}
