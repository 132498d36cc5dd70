package io.regcontract.benchmark;

/** Later. */
final class Shards {
    Shards(Workshop workshop) {}

    void run() {}
}
