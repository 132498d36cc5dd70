package io.regcontract.simulator.drill;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.argument.Parameters;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.credential.CredentialForm;
import io.regcontract.simulator.credential.PresentedCredentials;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.token.CreationToken;
import io.regcontract.simulator.token.Grant;
import java.util.Optional;

/**
 * A call that has come in and of which nothing is judged yet.
 *
 * @param application the one that it is for, as its client, its token, its host or a parameter says
 * @param host the host that it was sent to, without a port
 * @param applicationId the application that it names, in header or parameter
 */
public record IncomingCall(
        Application application,
        OperationDeclaration operation,
        String host,
        Optional<String> applicationId,
        PresentedCredentials credentials,
        Parameters parameters) {

    /** The client that the call says it comes from. */
    public Optional<String> clientId() {
        return credentials.client().map(PresentedCredentials.Claim::clientId);
    }

    /** That client, when the application has it. */
    public Optional<Client> client() {
        return clientId().flatMap(application.clients()::find);
    }

    /** The client that the call comes from, or that its token or code was issued to. */
    public Optional<String> actingClientId() {
        return clientId().or(() -> grant().map(Grant::clientId)).or(() -> credentials
                .creationToken()
                .flatMap(application.tokens()::creationToken)
                .map(CreationToken::clientId));
    }

    /** Whether the call shows a secret or a signature that the operation looks at. */
    public boolean isProven() {
        return credentials
                .client()
                .map(PresentedCredentials.Claim::form)
                .filter(form -> form != CredentialForm.CLIENT_ID
                        && operation.credentials().contains(form))
                .isPresent();
    }

    /** Whether the call acts for the bearer of a token, so that the features of a client do not count. */
    public boolean actsForPerson() {
        return (takes(CredentialForm.ACCESS_TOKEN) && credentials.accessToken().isPresent())
                || (clientId().isEmpty()
                        && takes(CredentialForm.CREATION_TOKEN)
                        && credentials.creationToken().isPresent());
    }

    /** The access token that the operation looks at, as a credential or as an argument. */
    public Optional<String> accessToken() {
        return takes(CredentialForm.ACCESS_TOKEN) ? credentials.accessToken() : argument("access_token");
    }

    /** An argument that the operation declares, by either of its names. */
    public Optional<String> argument(String name) {
        return operation.arguments().parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .flatMap(parameter ->
                        parameters.given(name).or(() -> parameter.otherName().flatMap(parameters::given)));
    }

    /** The permission that the call uses: that of its access token, its authorization code or its refresh token. */
    public Optional<Grant> grant() {
        var tokens = application.tokens();
        return accessToken()
                .flatMap(tokens::accessToken)
                .map(token -> token.grant())
                .or(() -> argument("code").flatMap(tokens::authorizationCode).map(code -> code.grant()))
                .or(() ->
                        argument("refresh_token").flatMap(tokens::refreshToken).map(token -> token.grant()));
    }

    private boolean takes(CredentialForm form) {
        return operation.credentials().contains(form);
    }
}
