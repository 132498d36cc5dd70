package io.regcontract.check;

import java.util.Locale;

/** Error answers must not be cached: a cached error would outlive its cause. */
final class HttpCacheControl implements Check {

    static final String ID = "http.cache-control";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Weight weight() {
        return Weight.SHOULD;
    }

    @Override
    public String source() {
        return "vendor's error page: no-store, for successes and for most errors";
    }

    @Override
    public Scope scope() {
        return Scope.ANSWER;
    }

    @Override
    public Finding examine(CheckInput input) {
        var actual = input.answer().header("Cache-Control").orElse("");
        return actual.toLowerCase(Locale.ROOT).contains("no-store")
                ? Finding.holds()
                : Finding.fails("no-store", actual.isEmpty() ? "no Cache-Control" : actual);
    }
}
