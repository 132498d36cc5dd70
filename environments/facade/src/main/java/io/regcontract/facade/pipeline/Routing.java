package io.regcontract.facade.pipeline;

import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.http.ApiRequest;
import io.regcontract.facade.store.Application;
import io.regcontract.facade.store.Applications;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the application that answers: that of the host, of the id that is named, of the client, of the token, or the
 * first.
 */
final class Routing {

    private static final List<String> TOKENS = List.of("access_token", "verification_code", "code", "refresh_token");

    private final Applications applications;

    Routing(Applications applications) {
        this.applications = applications;
    }

    /** @throws Refusal when the host or the id belongs to no application */
    Application application(ApiRequest request, Map<String, String> parameters) {
        var hosted = hosted(request);
        var named = request.header("x-application-id")
                .or(() -> Optional.ofNullable(parameters.get("application_id")))
                .filter(id -> !id.isEmpty())
                .map(id -> applications.named(id).orElseThrow(() -> ApiError.UNKNOWN_APPLICATION
                        .because("there is no application " + id)
                        .with("application_id", id)));
        if (hosted.isPresent() && named.isPresent() && !hosted.equals(named)) {
            throw ApiError.APPLICATION_NOT_FOUND.because("the application lives on another host");
        }
        return clientId(request, parameters)
                .flatMap(applications::ofClient)
                .or(() -> named)
                .or(() -> hosted)
                .or(() -> tokens(request, parameters)
                        .flatMap(token -> applications.ofToken(token).stream())
                        .findFirst())
                .orElseGet(applications::first);
    }

    private Optional<Application> hosted(ApiRequest request) {
        return request.header("host")
                .map(host -> host.replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT))
                .filter(host -> host.endsWith("." + Applications.SUFFIX))
                .map(host -> applications
                        .onHost(host)
                        .orElseThrow(() -> ApiError.APPLICATION_NOT_FOUND.because("no application lives on " + host)));
    }

    private static Stream<String> tokens(ApiRequest request, Map<String, String> parameters) {
        return Stream.concat(
                request.header("authorization").filter(value -> value.startsWith("OAuth ")).stream()
                        .map(value -> value.substring("OAuth ".length()).strip()),
                TOKENS.stream().map(name -> parameters.getOrDefault(name, "")));
    }

    /** The id of the client that a call names, true or not. */
    Optional<String> clientId(ApiRequest request, Map<String, String> parameters) {
        return request.header("authorization")
                .flatMap(Routing::clientId)
                .or(() -> Optional.ofNullable(parameters.get("client_id")));
    }

    private static Optional<String> clientId(String authorization) {
        if (authorization.startsWith("Signature ")) {
            return Optional.of(authorization.substring("Signature ".length()).split(":", 2)[0]);
        }
        try {
            return authorization.startsWith("Basic ")
                    ? Optional.of(new String(
                                    Base64.getDecoder()
                                            .decode(authorization
                                                    .substring("Basic ".length())
                                                    .strip()),
                                    StandardCharsets.UTF_8)
                            .split(":", 2)[0])
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
