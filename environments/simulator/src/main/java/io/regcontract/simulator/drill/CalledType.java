package io.regcontract.simulator.drill;

import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.token.CreationToken;
import java.util.Optional;

/** Finds the entity type that a call is about: that of its token or code, or the one that it names. */
public final class CalledType {

    private CalledType() {}

    /** The records of the type that a call is about, when it is there. The caller holds the application's lock. */
    public static Optional<RecordRepository> of(IncomingCall call) {
        var application = call.application();
        var tokens = application.tokens();
        return call.grant()
                .map(grant -> grant.record().typeName())
                .or(() -> call.argument("verification_code")
                        .flatMap(tokens::verificationCode)
                        .map(code -> code.record().typeName()))
                .or(() -> call.argument("type_name"))
                .or(() -> call.credentials()
                        .creationToken()
                        .flatMap(tokens::creationToken)
                        .map(CreationToken::typeName))
                .flatMap(application.entityTypes()::find);
    }

    /** The records of the type that the flow of a call is about, when it is there. */
    public static Optional<RecordRepository> ofFlow(IncomingCall call) {
        return SubmittedForm.flow(call)
                .flatMap(flow -> call.application().entityTypes().find(flow.entityType()));
    }
}
