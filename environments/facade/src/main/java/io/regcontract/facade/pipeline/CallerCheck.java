package io.regcontract.facade.pipeline;

import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.http.ApiRequest;
import io.regcontract.facade.store.ApiClient;
import io.regcontract.facade.store.Application;
import io.regcontract.facade.store.Issued;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out who makes a call, and whether that may be. */
final class CallerCheck {

    private static final Set<Credentials> WITH_SECRET = Set.of(Credentials.SECRET, Credentials.SECRET_OR_TOKEN);

    private final Application application;
    private final Operation operation;
    private final ApiRequest request;
    private final Map<String, String> parameters;

    /** Who makes a call. */
    record Caller(Optional<ApiClient> client, Optional<Issued> token) {}

    CallerCheck(Application application, Operation operation, ApiRequest request, Map<String, String> parameters) {
        this.application = application;
        this.operation = operation;
        this.request = request;
        this.parameters = parameters;
    }

    /** @throws Refusal when nobody says who is calling, or the caller may not */
    Caller check() {
        if (operation.credentials() == Credentials.NONE) {
            return new Caller(Optional.empty(), Optional.empty());
        }
        var caller = caller();
        caller.client().ifPresent(client -> {
            if (caller.token().isEmpty() && !client.hasOneOf(operation.features())) {
                throw ApiError.CLIENT_PERMISSION_ERROR.because("the client has none of the features that it takes");
            }
            if (client.addresses().stream().noneMatch(block -> holds(block, request.caller()))) {
                throw ApiError.CLIENT_PERMISSION_ERROR.because("the client may not call from this address");
            }
        });
        return caller;
    }

    private Caller caller() {
        var header = request.header("authorization");
        var scheme = header.map(value -> value.split(" ", 2)[0]).orElse("");
        var value = header.filter(whole -> whole.contains(" "))
                .map(whole -> whole.split(" ", 2)[1].strip())
                .orElse("");
        var bearer = parameter("access_token").filter(any -> operation.credentials() == Credentials.SECRET_OR_TOKEN);
        return switch (scheme) {
            case "Basic" -> new Caller(Optional.of(basic(value)), bearer.map(this::token));
            case "Signature" -> new Caller(Optional.of(signed(value)), bearer.map(this::token));
            case "OAuth" -> new Caller(Optional.empty(), Optional.of(offered(value)));
            case "" -> byParameters(bearer);
            default -> throw unsupported();
        };
    }

    /** A token in the header, where the operation takes one. */
    private Issued offered(String token) {
        if (operation.credentials() != Credentials.SECRET_OR_TOKEN) {
            throw unsupported();
        }
        return token(token);
    }

    private Caller byParameters(Optional<String> bearer) {
        var id = parameter("client_id");
        if (operation.credentials() == Credentials.CLIENT_ID && id.isPresent()) {
            return new Caller(Optional.of(client(id.get())), Optional.empty());
        }
        if (WITH_SECRET.contains(operation.credentials())
                && id.isPresent()
                && parameter("client_secret").isPresent()) {
            return new Caller(
                    Optional.of(client(id.get(), parameter("client_secret").get())), bearer.map(this::token));
        }
        if (bearer.isPresent()) {
            return new Caller(Optional.empty(), bearer.map(this::token));
        }
        throw unsupported();
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    private ApiClient basic(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return client(pair[0], pair.length == 2 ? pair[1] : "");
        } catch (IllegalArgumentException notBase64) {
            throw unsupported();
        }
    }

    private ApiClient signed(String value) {
        if (!WITH_SECRET.contains(operation.credentials())) {
            throw unsupported();
        }
        var pair = value.split(":", 2);
        var client = client(pair[0]);
        var date = request.header("date").orElse("");
        if (!new SignedCall(operation.path(), date, parameters)
                .isSignedBy(client.secret(), pair.length == 2 ? pair[1] : "", application.now())) {
            throw ApiError.INVALID_CLIENT_CREDENTIALS.because("the signature is wrong, or too old");
        }
        return client;
    }

    private ApiClient client(String id, String secret) {
        var client = client(id);
        if (!client.secret().equals(secret)) {
            throw ApiError.INVALID_CLIENT_CREDENTIALS.because("the client secret is wrong");
        }
        return client;
    }

    private ApiClient client(String id) {
        return Optional.ofNullable(application.clients().get(id))
                .orElseThrow(() -> ApiError.INVALID_CLIENT_CREDENTIALS.because("there is no such client"));
    }

    private Issued token(String value) {
        var token = application
                .tokens()
                .find(Issued.Kind.ACCESS_TOKEN, value)
                .orElseThrow(() -> Refusal.invalid("access_token", "unknown access token"));
        if (!token.expires().isAfter(application.now())) {
            throw ApiError.ACCESS_TOKEN_EXPIRED.because("the access token has expired");
        }
        return token;
    }

    private static Refusal unsupported() {
        return ApiError.INVALID_AUTH_METHOD.because("no authentication that this operation takes");
    }

    /** Whether a network of IPv4 holds an address. */
    private static boolean holds(String block, InetAddress address) {
        var parts = block.split("/", 2);
        var prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : 32;
        var bytes = address.getAddress();
        if (bytes.length != 4) {
            return prefix == 0;
        }
        var octets = parts[0].split("\\.", -1);
        long differing = 0;
        for (int i = 0; i < 4; i++) {
            differing = differing << 8 | ((bytes[i] & 0xff) ^ Integer.parseInt(octets[i]));
        }
        return prefix == 0 || differing >>> (32 - prefix) == 0;
    }
}
