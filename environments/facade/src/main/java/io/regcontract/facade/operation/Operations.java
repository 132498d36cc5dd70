package io.regcontract.facade.operation;

import io.regcontract.facade.pipeline.Operation;
import java.util.List;

/** The nine operations that the facade has. */
public final class Operations {

    private Operations() {}

    /** All of them. */
    public static List<Operation> all() {
        return List.of(
                new LogIn(),
                new Registration(),
                new ForgottenPassword(),
                new AnotherVerification(),
                new UseVerificationCode(),
                new ExchangeToken(),
                new ReadRecord(),
                new UpdateRecord(),
                new FindRecords());
    }
}
