package io.regcontract.simulator.render;

import io.regcontract.simulator.error.Refusal;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Answer;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** To the letter of the page: HTTP 200 for everything, documented names, the token under {@code request_token}. */
public final class DocumentedDialect implements Dialect {

    @Override
    public Rendered success(Answer answer) {
        return Rendered.success(SuccessBody.of(answer, DocumentedDialect::error));
    }

    @Override
    public Rendered failure(String path, Refusal refusal, String requestToken) {
        var body = error(refusal);
        body.put("request_token", requestToken);
        refusal.fields().forEach(body::set);
        body.put("stat", "error");
        return new Rendered(
                200, Optional.of(body), refusal.code().number(), refusal.code().documentedName());
    }

    /** The page has no error for it, so there is none in the body. */
    @Override
    public Rendered unknownPath() {
        return new Rendered(404, Optional.empty(), 0, "");
    }

    private static ObjectNode error(Refusal refusal) {
        return Json.object()
                .put("code", refusal.code().number())
                .put("error", refusal.code().documentedName())
                .put("error_description", refusal.description());
    }
}
