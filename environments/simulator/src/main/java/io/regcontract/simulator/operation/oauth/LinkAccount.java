package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.credential.Authenticator;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.Selection;

/** Gives the account of the bearer of an access token one more identity at another provider. */
final class LinkAccount implements Operation {

    private static final Declaration DECLARATION = FlowArguments.declaration("/oauth/link_account_native")
            .takes(FlowArguments.redirectUri(), Parameter.required("access_token"), Parameter.required("token"))
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var token = Authenticator.token(call.arguments().text("access_token"), call.application());
        SocialAccounts.link(call, Selection.of(call, token), FlowArguments.flow(call), "token");
        return Answer.ok();
    }
}
