package io.regcontract.simulator.pipeline;

import io.regcontract.simulator.application.Application;
import java.util.List;
import java.util.Optional;

/** What is known of a call so far, for log and journal. */
final class CallTrace {

    /** The application that it is for. */
    Optional<Application> found = Optional.empty();
    /** The client that it says it comes from, if that exists. */
    Optional<String> clientId = Optional.empty();
    /** The client that it comes from, as its credentials or its token prove. */
    Optional<String> callerId = Optional.empty();
    /** The access token that it presents. */
    Optional<String> accessToken = Optional.empty();
    /** Names of the parameters that were sent and not read. */
    List<String> unread = List.of();

    Optional<String> application() {
        return found.map(Application::name);
    }
}
