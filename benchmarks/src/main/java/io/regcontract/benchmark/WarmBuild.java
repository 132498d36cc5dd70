package io.regcontract.benchmark;

/** Later. */
final class WarmBuild {
    WarmBuild(Workshop workshop) {}

    void run() {}
}
