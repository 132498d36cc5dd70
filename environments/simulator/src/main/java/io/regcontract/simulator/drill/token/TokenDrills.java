package io.regcontract.simulator.drill.token;

import io.regcontract.simulator.credential.CredentialForm;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillOperations;
import io.regcontract.simulator.operation.OperationDeclaration;
import java.util.List;

/** The drills of tokens and codes. */
public final class TokenDrills {

    /** It asks for the token that has expired, and takes it. */
    private static final String REFRESH = "/oauth/refresh_access_token";

    private TokenDrills() {}

    /** All of them; of those that lead to one code, the plainest first. */
    public static List<Drill> all(DrillOperations operations) {
        var exchanges = operations.at("/oauth/token");
        return List.of(
                new AccessGrantRevoked(exchanges),
                new AccessTokenExpired(operations.where(TokenDrills::needsAccessToken)),
                new AuthorizationCodeExpired(exchanges),
                new VerificationCodeExpired(operations.where(each -> takes(each, "verification_code"))),
                new CreationTokenExpired(operations.taking(CredentialForm.CREATION_TOKEN)),
                new RedirectUriChanged(exchanges));
    }

    private static boolean needsAccessToken(OperationDeclaration operation) {
        return operation.credentials().contains(CredentialForm.ACCESS_TOKEN)
                || (takes(operation, "access_token") && !operation.path().equals(REFRESH));
    }

    private static boolean takes(OperationDeclaration operation, String argument) {
        return operation.arguments().parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(argument));
    }
}
