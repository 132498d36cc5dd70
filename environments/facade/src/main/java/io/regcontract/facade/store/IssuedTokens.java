package io.regcontract.facade.store;

import io.regcontract.facade.store.Issued.Kind;
import io.regcontract.facade.store.Issued.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The tokens and codes of an application. */
public final class IssuedTokens {

    /** How long an access token lives. */
    public static final Duration ACCESS_TOKEN = Duration.ofHours(1);

    /** How long an authorization code lives, unless somebody says otherwise. */
    public static final Duration AUTHORIZATION_CODE = Duration.ofSeconds(30);

    /** How long a verification code lives, unless somebody says otherwise. */
    public static final Duration VERIFICATION_CODE = Duration.ofHours(1);

    private static final Duration REFRESH_TOKEN = Duration.ofDays(365);
    private static final int REFRESH_TOKEN_LENGTH = 20;

    private final Map<String, Issued> byValue = new ConcurrentHashMap<>();

    /** Issues an access token of a record. */
    public String accessToken(String client, String type, EntityRecord of, Instant now) {
        return issue(Kind.ACCESS_TOKEN, Names.TOKEN, client, type, of, "", now.plus(ACCESS_TOKEN));
    }

    /** Issues a refresh token of a record, which is good once. */
    public String refreshToken(String client, String type, EntityRecord of, Instant now) {
        return issue(Kind.REFRESH_TOKEN, REFRESH_TOKEN_LENGTH, client, type, of, "", now.plus(REFRESH_TOKEN));
    }

    /** Issues a code that is exchanged for tokens, by whoever names this redirect address. */
    public String authorizationCode(String client, String type, EntityRecord of, String redirect, Instant expires) {
        return issue(Kind.AUTHORIZATION_CODE, Names.TOKEN, client, type, of, redirect, expires);
    }

    /** Issues a code that stamps an attribute of a record with the time of its use. */
    public String verificationCode(String client, String type, EntityRecord of, String attribute, Instant expires) {
        return issue(Kind.VERIFICATION_CODE, 2 * Names.TOKEN, client, type, of, attribute, expires);
    }

    private String issue(
            Kind kind, int length, String client, String type, EntityRecord of, String detail, Instant expires) {
        var value = Names.random(length);
        byValue.put(value, new Issued(kind, value, client, type, of.uuid(), detail, expires, State.FRESH));
        return value;
    }

    /** What was issued under a value, if it is of that kind. */
    public Optional<Issued> find(Kind kind, String value) {
        return Optional.ofNullable(byValue.get(value)).filter(issued -> issued.kind() == kind);
    }

    /** Whether anything was issued under a value. */
    public boolean has(String value) {
        return byValue.containsKey(value);
    }

    /** It was used, and is good no more. */
    public void use(Issued used) {
        byValue.put(used.value(), used.become(State.USED));
    }

    /** All access to a record is deleted: tokens are forgotten, and codes can tell why they are good no more. */
    public void revoke(EntityRecord of) {
        byValue.values()
                .removeIf(issued -> issued.uuid().equals(of.uuid())
                        && Set.of(Kind.ACCESS_TOKEN, Kind.REFRESH_TOKEN).contains(issued.kind()));
        change(of, issued -> issued.kind() == Kind.AUTHORIZATION_CODE ? issued.become(State.REVOKED) : issued);
    }

    /** Ends the tokens or the codes of a record, or both, now; gives back how many. */
    public int expire(EntityRecord of, boolean tokens, Instant now) {
        var kinds = tokens ? Set.of(Kind.ACCESS_TOKEN) : Set.of(Kind.AUTHORIZATION_CODE, Kind.VERIFICATION_CODE);
        var before = byValue.values().stream()
                .filter(issued -> issued.uuid().equals(of.uuid()) && kinds.contains(issued.kind()))
                .filter(issued -> issued.expires().isAfter(now))
                .count();
        change(of, issued -> kinds.contains(issued.kind()) ? issued.expiring(now) : issued);
        return (int) before;
    }

    private void change(EntityRecord of, UnaryOperator<Issued> change) {
        byValue.replaceAll((value, issued) -> issued.uuid().equals(of.uuid()) ? change.apply(issued) : issued);
    }
}
