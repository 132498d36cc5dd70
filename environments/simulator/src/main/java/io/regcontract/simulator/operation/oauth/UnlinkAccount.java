package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.credential.Authenticator;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.SelectedRecord;

/**
 * Takes an identity at another provider away from the account of the bearer of an access token. 200 when it has none
 * such.
 */
final class UnlinkAccount extends DeclaredOperation {

    UnlinkAccount() {
        super(FlowArguments.declaration("/oauth/unlink_account_native")
                .takes(Parameter.required("access_token"), Parameter.required("identifier_to_remove")));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var token = Authenticator.token(call.arguments().text("access_token"), call.application());
        SocialAccounts.unlink(
                SelectedRecord.of(call, token),
                FlowArguments.flow(call),
                call.arguments().text("identifier_to_remove"));
        return OperationResult.ok();
    }
}
