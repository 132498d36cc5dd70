package io.regcontract.environment.guard;

/**
 * Why a run may not begin.
 *
 * @param rule the rule that speaks against it, one word
 * @param what is wrong, a sentence part without a full stop; never a secret
 * @param remedy what to do, a sentence
 */
public record GuardRefusal(String rule, String what, String remedy) {

    @Override
    public String toString() {
        return what + ". " + remedy;
    }
}
