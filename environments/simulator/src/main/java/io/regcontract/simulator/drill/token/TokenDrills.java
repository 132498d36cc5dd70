package io.regcontract.simulator.drill.token;

import io.regcontract.simulator.credential.CredentialForm;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillOperations;
import java.util.List;

/** The drills of tokens and codes. */
public final class TokenDrills {

    private TokenDrills() {}

    /** All of them; of those that lead to one code, the plainest first. */
    public static List<Drill> all(DrillOperations operations) {
        return List.of(new AccessTokenExpired(operations.taking(CredentialForm.ACCESS_TOKEN)));
    }
}
