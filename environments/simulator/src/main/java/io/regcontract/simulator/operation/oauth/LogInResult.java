package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.token.ApplicationTokens;
import java.util.Optional;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** The answer to someone who is signed in from now on. */
final class LogInResult {

    private LogInResult() {}

    /** Notes the log-in and issues what {@code response_type} asks for. */
    static OperationResult answer(OperationCall call, SelectedRecord visitor, boolean isNew) {
        var book = visitor.book();
        var account = new SelectedRecord(book, book.stamp(visitor.record(), "lastLogin", call.now()));
        var tokens = call.application().tokens();
        var grant = tokens.grant(call.client().id(), account.key());
        call.arguments().find("refresh_secret").ifPresent(secret -> tokens.keepRefreshSecret(grant, secret));
        var type = call.arguments().text("response_type");
        var answer =
                OperationResult.of("capture_user", shown(call, account)).with("is_new", BooleanNode.valueOf(isNew));
        if (!type.equals("code")) {
            answer = answer.with("access_token", tokens.issueAccessToken(grant).value());
        }
        if (!type.equals("token")) {
            var code = tokens.issueAuthorizationCode(
                    grant,
                    call.arguments().find("redirect_uri"),
                    Optional.empty(),
                    ApplicationTokens.AUTHORIZATION_CODE_LIFETIME);
            answer = answer.with("authorization_code", code.value());
        }
        return answer;
    }

    /** What the token would let be seen, without passwords: what goes to a browser is for everyone to read. */
    private static ObjectNode shown(OperationCall call, SelectedRecord account) {
        var shown = PermittedRecords.ofPerson(call, account.book()).shown(account.record());
        account.book().type().own().stream()
                .filter(definition -> definition.type().isPassword())
                .forEach(definition -> shown.remove(definition.name()));
        return shown;
    }
}
