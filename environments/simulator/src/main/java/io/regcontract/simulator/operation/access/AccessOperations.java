package io.regcontract.simulator.operation.access;

import io.regcontract.simulator.operation.Operation;
import java.util.List;

/** The operations under /access. */
public final class AccessOperations {

    private AccessOperations() {}

    /** All of them. */
    public static List<Operation> all() {
        return List.of(
                new GetAccessToken(),
                new GetAuthorizationCode(),
                new GetCreationToken(),
                new GetVerificationCode(),
                new UseVerificationCode("/access/useVerificationCode"),
                new UseVerificationCode("/access/use_verification_code"));
    }
}
