package io.regcontract.simulator.pipeline;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.Applications;
import io.regcontract.simulator.credential.PresentedCredentials;
import io.regcontract.simulator.drill.IncomingCall;
import java.util.List;
import java.util.Optional;

/** What is known of a call so far, for log and journal. */
final class CallTrace {

    /** The application that it is for. */
    Optional<Application> found = Optional.empty();
    /** The client that it says it comes from, if that exists. */
    Optional<String> clientId = Optional.empty();
    /** The client that it comes from, as its credentials prove, or that its token or code was issued to. */
    Optional<String> callerId = Optional.empty();
    /** The access token that it presents. */
    Optional<String> accessToken = Optional.empty();
    /** Names of the parameters that were sent and not read. */
    List<String> unread = List.of();

    /** Notes the credentials that a call presents, which nobody has judged. */
    void presents(PresentedCredentials presented, Applications applications) {
        accessToken = presented.accessToken();
        // A header that is not as it should be may hold the secret where the id belongs: only ids that exist are
        // logged.
        clientId = presented.client().map(PresentedCredentials.Claim::clientId).filter(id -> applications
                .ofClient(id)
                .isPresent());
    }

    /** The client that a call names, or that its token or code was issued to, if the application has it. */
    static Optional<String> clientOf(IncomingCall call) {
        var application = call.application();
        var lock = application.lock().readLock();
        lock.lock();
        try {
            return application.isRemoved()
                    ? Optional.empty()
                    : call.actingClientId()
                            .filter(id -> application.clients().find(id).isPresent());
        } finally {
            lock.unlock();
        }
    }

    Optional<String> application() {
        return found.map(Application::name);
    }
}
