package io.regcontract.check;

/** No secret of the request comes back in the description. */
final class DescriptionSecretFree implements Check {

    static final String ID = "description.secret-free";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String source() {
        return "our own rule: an error text ends up in logs, and a secret of the request has no business there";
    }

    @Override
    public Finding examine(Subject subject) {
        return subject.ofErrorObject(error -> {
            var description = error.path("error_description");
            if (!description.isString()) {
                return Finding.notApplicable("no description: see " + DescriptionPresent.ID);
            }
            return subject.circumstances().secrets().stream()
                            .anyMatch(secret -> description.stringValue().contains(secret))
                    ? Finding.fails("no secret of the request", "one of them: " + Shown.text(description.stringValue()))
                    : Finding.holds();
        });
    }
}
