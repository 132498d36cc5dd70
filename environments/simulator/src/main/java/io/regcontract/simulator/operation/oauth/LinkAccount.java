package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.credential.Authenticator;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.SelectedRecord;

/** Gives the account of the bearer of an access token one more identity at another provider. */
final class LinkAccount extends DeclaredOperation {

    LinkAccount() {
        super(FlowArguments.declaration("/oauth/link_account_native")
                .takes(FlowArguments.redirectUri(), Parameter.required("access_token"), Parameter.required("token")));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var token = Authenticator.token(call.arguments().text("access_token"), call.application());
        SocialAccounts.link(call, SelectedRecord.of(call, token), FlowArguments.flow(call), "token");
        return OperationResult.ok();
    }
}
