package io.regcontract.check;

/** A failure says so in stat. */
final class BodyStat extends StatedCheck {

    static final String ID = "body.stat";

    BodyStat() {
        super(ID, Weight.MUST, Scope.ENVELOPE, "vendor's error page: stat is part of every answer (reading: stat)");
    }

    @Override
    public Finding examine(CheckInput input) {
        return input.ofErrorObject(error -> {
            var stat = error.path("stat");
            if (stat.isString() && "error".equals(stat.stringValue())) {
                return Finding.holds();
            }
            return Finding.fails("\"error\"", stat.isMissingNode() ? "absent" : stat.toString());
        });
    }
}
