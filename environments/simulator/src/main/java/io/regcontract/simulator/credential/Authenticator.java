package io.regcontract.simulator.credential;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.ErrorCause;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.token.AccessToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out who is calling. */
public final class Authenticator {

    /** How old, or how far in the future, a signed call may be. No source names a figure; this one is ours. */
    public static final Duration DEFAULT_SKEW = Duration.ofMinutes(10);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Clock clock;
    private final Duration skew;

    /** @param clock what the dates of signed calls are compared with; clocks of applications do not matter */
    public Authenticator(Clock clock, Duration skew) {
        this.clock = clock;
        this.skew = skew;
    }

    /**
     * Who is calling.
     *
     * @param forms the forms of credentials that the operation takes; none when it asks for none
     * @throws ApiErrorException 205 for no or the wrong form, 402 for wrong credentials, 414 for an expired access
     *     token, 417 for an expired creation token, 200 for a token that is none
     */
    public Caller authenticate(
            ApiRequest request, PresentedCredentials presented, Set<CredentialForm> forms, Application application) {
        // What stands in place of a scheme is not repeated: it may be the credentials themselves.
        presented.unknownScheme().ifPresent(scheme -> {
            throw notTaken("the header Authorization without a scheme that it knows, such as Basic");
        });
        if (presented.tokenInHeader() && !forms.contains(CredentialForm.ACCESS_TOKEN)) {
            throw notTaken("an access token");
        }
        var claim = presented.client().flatMap(claimed -> taken(claimed, forms));
        var client = claim.map(claimed -> client(request, claimed, application));
        var proven = client.filter(known -> claim.filter(claimed -> claimed.form() != CredentialForm.CLIENT_ID)
                .isPresent());
        if (forms.contains(CredentialForm.ACCESS_TOKEN)
                && presented.accessToken().isPresent()) {
            var token = token(presented.accessToken().get(), application);
            // Two credentials are never worth more than one: the token alone says what may be done.
            var holder = application.clients().find(token.grant().clientId());
            return new Caller(holder, Optional.of(token), Optional.empty(), proven);
        }
        if (client.isPresent()) {
            return new Caller(client, Optional.empty(), Optional.empty(), proven);
        }
        if (forms.contains(CredentialForm.CREATION_TOKEN)
                && presented.creationToken().isPresent()) {
            return creation(presented.creationToken().get(), application);
        }
        if (forms.isEmpty()) {
            return Caller.ANYONE;
        }
        if (forms.contains(CredentialForm.CLIENT_ID)) {
            throw SimulatedErrorCode.INVALID_AUTH_METHOD.because("no authentication provided, for example client_id");
        }
        throw SimulatedErrorCode.INVALID_AUTH_METHOD.because(
                "no authentication provided, for example client_id and client_secret");
    }

    /**
     * An access token that holds.
     *
     * @throws ApiErrorException 200 when there is no such token, 414 when it has expired
     */
    public static AccessToken token(String value, Application application) {
        var token = application
                .tokens()
                .accessToken(value)
                .filter(known ->
                        application.clients().find(known.grant().clientId()).isPresent())
                .orElseThrow(() -> SimulatedErrorCode.INVALID_ARGUMENT
                        .because("unknown access token")
                        .with("argument_name", "access_token")
                        .in(ErrorCause.UNKNOWN_ACCESS_TOKEN));
        if (token.isExpired(application.now())) {
            throw SimulatedErrorCode.ACCESS_TOKEN_EXPIRED.because("access_token expired");
        }
        return token;
    }

    private static Optional<PresentedCredentials.Claim> taken(
            PresentedCredentials.Claim claim, Set<CredentialForm> forms) {
        if (forms.contains(claim.form())) {
            return Optional.of(claim);
        }
        return switch (claim.form()) {
            // Parameters may be there for another purpose; what the operation does not take, it does not see.
            case CLIENT_PARAMETERS ->
                forms.contains(CredentialForm.CLIENT_ID)
                        ? Optional.of(new PresentedCredentials.Claim(CredentialForm.CLIENT_ID, claim.clientId(), ""))
                        : Optional.empty();
            case CLIENT_ID -> Optional.empty();
            default ->
                throw notTaken("authorization scheme " + claim.form().name().toLowerCase(Locale.ROOT));
        };
    }

    private Client client(ApiRequest request, PresentedCredentials.Claim claim, Application application) {
        return application
                .clients()
                .find(claim.clientId())
                .filter(client -> isProof(request, claim, client, application))
                .orElseThrow(() -> SimulatedErrorCode.INVALID_CLIENT_CREDENTIALS.because(
                        claim.form() == CredentialForm.CLIENT_ID
                                ? "the client does not exist"
                                : "the client does not exist, or its credentials are wrong"));
    }

    private boolean isProof(
            ApiRequest request, PresentedCredentials.Claim claim, Client client, Application application) {
        return switch (claim.form()) {
            case CLIENT_ID -> true;
            case SIGNATURE -> isSignature(request, claim.proof(), client, application);
            default -> client.knows(claim.proof(), application.now());
        };
    }

    private boolean isSignature(ApiRequest request, String signature, Client client, Application application) {
        var date = request.date().orElse("").strip();
        if (time(date).filter(this::isRecent).isEmpty()) {
            return false;
        }
        return client.secretsAt(application.now()).stream()
                .map(secret -> Signature.of(request.path(), date, request.parameters(), secret))
                .anyMatch(right -> Signature.isSame(right, signature));
    }

    private boolean isRecent(Instant signed) {
        return Duration.between(signed, clock.instant()).abs().compareTo(skew) <= 0;
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private static Caller creation(String value, Application application) {
        var token = application
                .tokens()
                .creationToken(value)
                .filter(known -> !known.used())
                .filter(known -> application.clients().find(known.clientId()).isPresent())
                .orElseThrow(() -> SimulatedErrorCode.INVALID_ARGUMENT
                        .because("creation_token was not valid for the following reason: unknown creation token")
                        .with("argument_name", "creation_token"));
        if (token.isExpired(application.now())) {
            throw SimulatedErrorCode.CREATION_TOKEN_EXPIRED.because("creation_token expired");
        }
        return new Caller(
                application.clients().find(token.clientId()), Optional.empty(), Optional.of(token), Optional.empty());
    }

    private static ApiErrorException notTaken(String what) {
        return SimulatedErrorCode.INVALID_AUTH_METHOD.because("this operation does not accept " + what);
    }
}
