package io.regcontract.simulator.drill.signin;

import io.regcontract.simulator.drill.CalledRecord;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.SubmittedForm;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.record.RecordValues;
import io.regcontract.simulator.schema.AttributePath;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The form of a call that names an account by its address, and whether the call's flow says what was wrong. */
final class AccountForm {

    /** The operation whose flow tells, or does not, which part was wrong. */
    static final String SIGN_IN = "/oauth/auth_native_traditional";

    private AccountForm() {}

    /** Whether a call names an account in a form. */
    static boolean isOf(IncomingCall call) {
        return SubmittedForm.of(call).flatMap(form -> form.valueOfType("email")).isPresent();
    }

    /** Whether a call is a sign-in by a flow that says which part was wrong. */
    static boolean isDisclosing(IncomingCall call) {
        return isSignIn(call)
                && SubmittedForm.of(call).filter(form -> form.flow().tells()).isPresent();
    }

    /** Whether a call is a sign-in by a flow that hides which part was wrong. */
    static boolean isHiding(IncomingCall call) {
        return isSignIn(call) && !isDisclosing(call);
    }

    /** The account that a call is about, when it has a password where the form wants it. */
    static Optional<SelectedRecord> withPassword(IncomingCall call) {
        return CalledRecord.of(call).filter(account -> passwordAttribute(call)
                .flatMap(path -> RecordValues.at(account.whole(), path))
                .filter(JsonNode::isObject)
                .isPresent());
    }

    /** The attribute that the form keeps its password in. */
    static Optional<AttributePath> passwordAttribute(IncomingCall call) {
        return SubmittedForm.of(call)
                .flatMap(form -> form.attributeOfType("password"))
                .flatMap(AttributePath::parse)
                .filter(path -> path.steps().size() == 1);
    }

    private static boolean isSignIn(IncomingCall call) {
        return call.operation().path().equals(SIGN_IN) && isOf(call);
    }
}
