package io.regcontract.simulator.pipeline;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.Applications;
import io.regcontract.simulator.application.Lookup;
import io.regcontract.simulator.argument.Parameters;
import io.regcontract.simulator.credential.ApiRequest;
import io.regcontract.simulator.credential.PresentedCredentials;
import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Finds the application a call is for: the one of the client or token that it presents; else the one it names; else the
 * one that lives on the host; else the default one.
 */
final class ApplicationFinder {

    private final Applications applications;

    ApplicationFinder(Applications applications) {
        this.applications = applications;
    }

    /**
     * The application of a call.
     *
     * @throws ApiErrorException 224 when none lives on the host, or the one that was named lives elsewhere; 221 when
     *     none has the id; 201 when header and parameter name different ones
     */
    Application find(ApiRequest request, PresentedCredentials presented) {
        return find(
                request,
                presented,
                (application, way) ->
                        isShown(application) && application.switches().isFoundBy(way));
    }

    /**
     * The application that a call is meant for, whether calls find it at the time or not.
     *
     * @throws ApiErrorException as {@link #find}
     */
    Application meant(ApiRequest request, PresentedCredentials presented) {
        return find(request, presented, (application, way) -> isShown(application));
    }

    private Application find(
            ApiRequest request, PresentedCredentials presented, BiPredicate<Application, Lookup> isFound) {
        var onHost = onHost(request.hostName(), isFound);
        var named = named(request, isFound);
        var own = own(request.parameters(), presented);
        named.ifPresent(application -> Stream.concat(onHost.stream(), own.stream())
                .filter(other -> other != application)
                .findFirst()
                .ifPresent(other -> {
                    throw notFound("application " + application.name() + " lives on another host");
                }));
        return own.or(() -> named)
                .or(() -> onHost)
                .or(() -> Optional.of(applications.defaultApplication()).filter(ApplicationFinder::isShown))
                .orElseThrow(() -> notFound("no application lives on this domain"));
    }

    private Optional<Application> onHost(String host, BiPredicate<Application, Lookup> isFound) {
        var suffix = "." + applications.suffix().toLowerCase(Locale.ROOT);
        if (!host.toLowerCase(Locale.ROOT).endsWith(suffix)) {
            return Optional.empty();
        }
        var found = applications.onHost(host).filter(application -> isFound.test(application, Lookup.HOST));
        if (found.isEmpty()) {
            throw notFound("no application lives on this domain");
        }
        return found;
    }

    private Optional<Application> named(ApiRequest request, BiPredicate<Application, Lookup> isFound) {
        var inParameters = request.parameters().given("application_id");
        var inHeader = request.applicationId().filter(id -> !id.isBlank());
        if (inParameters.isPresent() && inHeader.isPresent() && !inParameters.equals(inHeader)) {
            throw SimulatedErrorCode.DUPLICATE_ARGUMENT.because(
                    "header and application_id name different applications");
        }
        return inParameters.or(() -> inHeader).map(id -> applications
                .find(id)
                .filter(application -> isFound.test(application, Lookup.ID))
                .orElseThrow(() -> SimulatedErrorCode.UNKNOWN_APPLICATION
                        .because("application does not exist: " + id)
                        .with("application_id", id)));
    }

    private Optional<Application> own(Parameters parameters, PresentedCredentials presented) {
        return presented
                .client()
                .flatMap(claim -> applications.ofClient(claim.clientId()))
                .filter(ApplicationFinder::isShown)
                .or(() -> Stream.of("access_token", "creation_token", "verification_code", "code", "refresh_token")
                        .flatMap(name -> name.equals("access_token")
                                ? presented.accessToken().stream()
                                : parameters.given(name).stream())
                        .flatMap(token -> applications.ofToken(token).stream())
                        .filter(ApplicationFinder::isShown)
                        .findFirst());
    }

    private static boolean isShown(Application application) {
        return !application.switches().isHidden();
    }

    private static ApiErrorException notFound(String description) {
        return SimulatedErrorCode.APPLICATION_NOT_FOUND.because(description);
    }
}
