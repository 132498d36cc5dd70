package io.regcontract.simulator.drill;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.argument.Parameters;
import io.regcontract.simulator.operation.OperationDeclaration;
import java.util.Optional;

/**
 * A call that has come in and of which nothing is judged yet.
 *
 * @param application the one that it is for, as its client, its token, its host or a parameter says
 * @param clientId the client that it says it comes from
 * @param accessToken as it presents it, in header or parameter
 */
public record IncomingCall(
        Application application,
        OperationDeclaration operation,
        Optional<String> clientId,
        Optional<String> accessToken,
        Parameters parameters) {}
