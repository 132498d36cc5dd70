package io.regcontract.simulator.render;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.OperationResult;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * As the real service was recorded: the token under {@code request_id}, some codes and names other than the page's, and
 * OAuth errors with their HTTP status from /oauth/token.
 */
public final class ObservedDialect implements DialectRenderer {

    private static final String TOKEN_OPERATION = "/oauth/token";

    @Override
    public RenderedAnswer success(OperationResult answer) {
        return RenderedAnswer.success(SuccessBody.of(answer, refusal -> body(ObservedError.of(refusal))));
    }

    @Override
    public RenderedAnswer failure(String path, ApiErrorException refusal, String requestToken) {
        var error = ObservedError.of(refusal);
        var body = Json.object().put("request_id", requestToken);
        body.setAll(body(error));
        error.fields().forEach(body::set);
        var oauth = path.equals(TOKEN_OPERATION) ? OAuthError.of(error) : Optional.<OAuthError>empty();
        oauth.ifPresent(form -> body.put("error", form.name()).put("sub_error", error.name()));
        body.put("stat", "error");
        return new RenderedAnswer(
                oauth.map(OAuthError::status).orElse(200),
                Optional.of(body),
                error.code(),
                body.path("error").stringValue());
    }

    /** Without JSON since about 2015; the body named invalid_api_method is one of 2013. */
    @Override
    public RenderedAnswer unknownPath() {
        return new RenderedAnswer(404, Optional.empty(), 0, "");
    }

    private static ObjectNode body(ObservedError error) {
        return Json.object()
                .put("code", error.code())
                .put("error_description", error.description())
                .put("error", error.name());
    }
}
