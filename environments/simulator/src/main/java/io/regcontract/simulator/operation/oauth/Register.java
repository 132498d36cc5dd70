package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.SelectedRecord;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Makes an account from a filled-in form. 390 when the form is not right, 380 when the address is taken. */
final class Register extends DeclaredOperation {

    private static final String FORM = "registrationForm";

    Register() {
        super(FlowArguments.declaration("/oauth/register_native_traditional")
                .takes(
                        FlowArguments.redirectUri(),
                        FlowArguments.responseType(),
                        Parameter.required("form"),
                        Parameter.optional("refresh_secret"))
                .calledAs("registration attempts"));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var submission = FormSubmission.of(call, FORM);
        FormRules.check(submission, call.now());
        FlowTriggers.raise(submission.flow(), "register_native_traditional");
        Accounts.refuseTaken(submission);
        return account(call, submission, attributes -> {});
    }

    /**
     * Creates the account that a form describes and signs it in.
     *
     * @param addition adds what does not come from the form
     * @throws ApiErrorException 390 for a value that the entity type does not take, when a field was filled in with it
     */
    static OperationResult account(OperationCall call, FormSubmission submission, Consumer<ObjectNode> addition) {
        try {
            var attributes = submission.attributes();
            addition.accept(attributes);
            var record = submission.book().create(attributes);
            return LogInResult.answer(call, new SelectedRecord(submission.book(), record), true);
        } catch (ApiErrorException refusal) {
            throw asFormFault(submission, refusal);
        }
    }

    /** Turns the error about a value into one about the field that it was typed into, if there is one. */
    static ApiErrorException asFormFault(FormSubmission submission, ApiErrorException refusal) {
        boolean isAboutValue = refusal.code().number() >= SimulatedErrorCode.INVALID_DATA_FORMAT.number()
                && refusal.code().number() <= SimulatedErrorCode.LENGTH_VIOLATION.number()
                && refusal.code() != SimulatedErrorCode.PASSWORD_REUSED;
        return refusal.attribute()
                .filter(attribute -> isAboutValue)
                .flatMap(submission::fieldAbout)
                .map(field -> FormRules.refused(field, refusal.description()))
                .orElse(refusal);
    }
}
