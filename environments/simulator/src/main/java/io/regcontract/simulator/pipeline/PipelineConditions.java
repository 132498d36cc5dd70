package io.regcontract.simulator.pipeline;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.client.AllowList;
import io.regcontract.simulator.credential.Caller;
import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.OperationDeclaration;
import java.net.InetAddress;

/** The conditions that have nothing to do with what an operation does, each with the state that it looks at. */
final class PipelineConditions {

    private PipelineConditions() {}

    /** @throws ApiErrorException 480 when the operation's group is off */
    static void maintenance(Application application, OperationDeclaration declaration) {
        if (application.switches().off().contains(declaration.group())) {
            throw SimulatedErrorCode.API_FEATURE_DISABLED.because(
                    "the " + declaration.group().publicName() + " operations are off for maintenance, try again later");
        }
    }

    /** @throws ApiErrorException 510 when the application has been called too often */
    static void quota(Application application, OperationDeclaration declaration) {
        if (!application.switches().quota().admits(application.now())) {
            throw SimulatedErrorCode.API_LIMIT_ERROR.because("too many " + declaration.calledAs());
        }
    }

    /** @throws ApiErrorException 403 when the client may not do this, or not from this address */
    static void permission(OperationDeclaration declaration, Caller caller, InetAddress address) {
        var permitted = caller.client()
                .filter(client -> !declaration.features().isEmpty() && actsForItself(caller))
                .map(client -> client.hasAny(declaration.features())
                        || (caller.proven().isPresent() && client.hasAny(declaration.provenFeatures())))
                .orElse(true);
        var welcome = caller.proven()
                .filter(client -> declaration.respectsAllowList())
                .map(client -> AllowList.holds(client.allowList(), address))
                .orElse(true);
        if (!permitted || !welcome) {
            throw SimulatedErrorCode.CLIENT_PERMISSION_ERROR.because(
                    "the provided client does not have authorization for this action");
        }
    }

    /**
     * A user's token, or a creation token, carries its own permission; a client's features count when it acts
     * itself.
     */
    private static boolean actsForItself(Caller caller) {
        return caller.token().isEmpty() && caller.creation().isEmpty();
    }
}
