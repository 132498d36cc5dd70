package io.regcontract.simulator.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.identity.Identifiers;
import io.regcontract.simulator.store.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Tokens and codes end some time after they are worth something. */
class TokensTest {

    private static final RecordKey ADA = new RecordKey("user", "ada");
    private static final Duration SHORT = Duration.ofSeconds(30);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final TokenTables tables = new TokenTables(new MemoryStore());
    private final ApplicationTokens tokens = tokens("shop");

    @Test
    void remembersOnlyTheLatestThatAreWorthNothing() {
        var others = tokens("other");
        var kept = others.issueAuthorizationCode(others.grant("c", ADA), Optional.empty(), Optional.empty(), SHORT);
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < 1_000; i++) {
                var grant = tokens.grant("c", ADA);
                tokens.issueAccessToken(grant);
                tokens.issueAuthorizationCode(grant, Optional.empty(), Optional.empty(), SHORT);
                tokens.issueVerificationCode(ADA, "/emailVerified", SHORT);
                tokens.issueCreationToken("c", "user", SHORT);
            }
            now.updateAndGet(
                    time -> time.plus(ApplicationTokens.ACCESS_TOKEN_LIFETIME).plusSeconds(1));
        }
        assertThat(tables.accessTokens().keys()).hasSizeLessThan(3_000);
        assertThat(tables.authorizationCodes().keys()).hasSizeLessThan(3_000).contains(kept.value());
        assertThat(tables.verificationCodes().keys()).hasSizeLessThan(3_000);
        assertThat(tables.creationTokens().keys()).hasSizeLessThan(3_000);
    }

    @Test
    void remembersTheLatestOfThem() {
        var grant = tokens.grant("c", ADA);
        var code = tokens.issueAuthorizationCode(grant, Optional.empty(), Optional.empty(), SHORT);
        var token = tokens.issueAccessToken(grant);
        now.updateAndGet(time -> time.plus(Duration.ofDays(1)));
        for (int i = 0; i < 2_000; i++) {
            tokens.issueAccessToken(grant);
        }
        assertThat(tokens.authorizationCode(code.value())).contains(code);
        assertThat(tokens.accessToken(token.value())).contains(token);
    }

    @Test
    void remembersWhatWasIssuedExpiredHoweverMuchComesAfterIt() {
        var grant = tokens.grant("c", ADA);
        tokens.dead().accessToken("token", grant);
        tokens.dead().authorizationCode("code", grant);
        tokens.dead().verificationCode("verification", ADA, "/emailVerified");
        tokens.dead().creationToken("creation", "c", "user");
        for (int i = 0; i < 2_500; i++) {
            tokens.issueAccessToken(grant);
            tokens.issueCreationToken("c", "user", SHORT);
            now.updateAndGet(time -> time.plus(Duration.ofHours(2)));
        }
        assertThat(tables.accessTokens().keys()).contains("token").hasSizeLessThan(2_500);
        assertThat(tokens.authorizationCode("code")).isPresent();
        assertThat(tokens.verificationCode("verification")).isPresent();
        assertThat(tokens.creationToken("creation").orElseThrow().isExpired(Instant.EPOCH))
                .isTrue();
    }

    @Test
    void forgetsEverythingOfARecordThatIsGone() {
        var grant = tokens.grant("c", ADA);
        tokens.issueAccessToken(grant);
        tokens.issueRefreshToken(grant);
        tokens.keepRefreshSecret(grant, "secret");
        tokens.issueAuthorizationCode(grant, Optional.empty(), Optional.empty(), SHORT);
        tokens.issueVerificationCode(ADA, "/emailVerified", SHORT);
        var alan = tokens.issueVerificationCode(new RecordKey("user", "alan"), "/emailVerified", SHORT);
        tokens.forget(Set.of(ADA));
        assertThat(tables.grants().keys()).isEmpty();
        assertThat(tables.accessTokens().keys()).isEmpty();
        assertThat(tables.refreshTokens().keys()).isEmpty();
        assertThat(tables.refreshSecrets().keys()).isEmpty();
        assertThat(tables.authorizationCodes().keys()).isEmpty();
        assertThat(tables.verificationCodes().keys()).containsExactly(alan.value());
    }

    private ApplicationTokens tokens(String application) {
        return new ApplicationTokens(application, tables, new Identifiers(new Random(7)), now::get);
    }
}
