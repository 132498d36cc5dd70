package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.error.Refusal;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.Selection;

/** Makes an account from a filled-in form. 390 when the form is not right, 380 when the address is taken. */
final class Register implements Operation {

    private static final String FORM = "registrationForm";

    private static final Declaration DECLARATION = FlowArguments.declaration("/oauth/register_native_traditional")
            .takes(
                    FlowArguments.redirectUri(),
                    FlowArguments.responseType(),
                    Parameter.required("form"),
                    Parameter.optional("refresh_secret"))
            .calledAs("registration attempts")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var submission = Submission.of(call, FORM);
        FormRules.check(submission, call.now());
        Triggers.raise(submission.flow(), "register_native_traditional");
        Accounts.refuseTaken(submission);
        try {
            var record = submission.book().create(submission.attributes());
            return SignedIn.answer(call, new Selection(submission.book(), record), true);
        } catch (Refusal refusal) {
            throw asFormFault(submission, refusal);
        }
    }

    /** A value that the entity type does not take is a fault of the field it was typed into, if it was typed at all. */
    static Refusal asFormFault(Submission submission, Refusal refusal) {
        boolean isAboutValue = refusal.code().number() >= ErrorCode.INVALID_DATA_FORMAT.number()
                && refusal.code().number() <= ErrorCode.LENGTH_VIOLATION.number()
                && refusal.code() != ErrorCode.PASSWORD_REUSED;
        return refusal.attribute()
                .filter(attribute -> isAboutValue)
                .flatMap(submission::fieldAbout)
                .map(field -> FormRules.refused(field, refusal.description()))
                .orElse(refusal);
    }
}
