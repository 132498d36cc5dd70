package io.regcontract.check;

import java.util.Locale;

/** Error answers must not be cached: a cached error would outlive its cause. */
final class HttpCacheControl extends StatedCheck {

    static final String ID = "http.cache-control";

    HttpCacheControl() {
        super(ID, Weight.SHOULD, Scope.ANSWER, "vendor's error page: no-store, for successes and for most errors");
    }

    @Override
    public Finding examine(CheckInput input) {
        var actual = input.answer().header("Cache-Control").orElse("");
        return actual.toLowerCase(Locale.ROOT).contains("no-store")
                ? Finding.holds()
                : Finding.fails("no-store", actual.isEmpty() ? "no Cache-Control" : actual);
    }
}
