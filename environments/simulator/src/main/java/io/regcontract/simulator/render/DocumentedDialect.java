package io.regcontract.simulator.render;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.OperationResult;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** To the letter of the page: HTTP 200 for everything, documented names, the token under {@code request_token}. */
public final class DocumentedDialect implements DialectRenderer {

    @Override
    public RenderedAnswer success(OperationResult answer) {
        return RenderedAnswer.success(SuccessBody.of(answer, DocumentedDialect::error));
    }

    @Override
    public RenderedAnswer failure(String path, ApiErrorException refusal, String requestToken) {
        var body = error(refusal);
        body.put("request_token", requestToken);
        refusal.fields().forEach(body::set);
        body.put("stat", "error");
        return new RenderedAnswer(
                200, Optional.of(body), refusal.code().number(), refusal.code().documentedName());
    }

    /** The page has no error for it, so there is none in the body. */
    @Override
    public RenderedAnswer unknownPath() {
        return new RenderedAnswer(404, Optional.empty(), 0, "");
    }

    private static ObjectNode error(ApiErrorException refusal) {
        return Json.object()
                .put("code", refusal.code().number())
                .put("error", refusal.code().documentedName())
                .put("error_description", refusal.description());
    }
}
