package io.regcontract.benchmark;

/** Later. */
final class Distance {
    Distance(Workshop workshop) {}

    void run() {}
}
