package io.regcontract.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Several figures of one thing.
 *
 * @param sorted from the smallest up
 */
record Measurements(List<Double> sorted) {

    private static final double CERTAINTY = 0.95;

    Measurements {
        sorted = sorted.stream().sorted().toList();
    }

    /** The quotients of two lists of figures that were made in turn, pair by pair. */
    static Measurements ratios(List<Double> ours, List<Double> theirs) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / theirs.get(i));
        }
        return new Measurements(ratios);
    }

    double median() {
        var size = sorted.size();
        return size % 2 == 1 ? sorted.get(size / 2) : (sorted.get(size / 2 - 1) + sorted.get(size / 2)) / 2;
    }

    /**
     * An interval that holds the true median in at least 95 of 100 cases, whatever the figures' distribution: from the
     * k-th smallest to the k-th largest. With fewer than six figures there is none, and all of their range is given.
     */
    String interval() {
        var k = 0;
        var outside = 0.0;
        while (k < sorted.size() / 2) {
            outside += 2 * binomial(sorted.size(), k) / Math.pow(2, sorted.size());
            if (outside > 1 - CERTAINTY) {
                break;
            }
            k++;
        }
        var index = Math.max(0, k - 1);
        return String.format(Locale.ROOT, "%.2f to %.2f", sorted.get(index), sorted.get(sorted.size() - 1 - index));
    }

    private static double binomial(int n, int k) {
        var result = 1.0;
        for (int i = 1; i <= k; i++) {
            result = result * (n - k + i) / i;
        }
        return result;
    }
}
