package io.regcontract.check;

/** A check as it is stated: what it is called, how much it counts, what it is about and where its promise is made. */
abstract class StatedCheck implements Check {

    private final String id;
    private final Weight weight;
    private final Scope scope;
    private final String source;

    StatedCheck(String id, Weight weight, Scope scope, String source) {
        this.id = id;
        this.weight = weight;
        this.scope = scope;
        this.source = source;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Weight weight() {
        return weight;
    }

    @Override
    public final Scope scope() {
        return scope;
    }

    @Override
    public final String source() {
        return source;
    }
}
