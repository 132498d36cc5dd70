package io.regcontract.suite.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.check.answer.Answer;
import io.regcontract.environment.Budgets;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Exchange.Role;
import io.regcontract.suite.ledger.Ledger.Owner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What closes an entry, and what leaves it open: only the service's own word that it made nothing. */
final class LedgerInterceptorTest {

    private static final Credential OWNER = new Credential.Basic("owner", "owner-secret");
    private static final Call CLIENT = Call.to("/clients/add", OWNER).with("description", "rc1-client");
    private static final Call ACCOUNT =
            Call.to("/oauth/register_native_traditional", OWNER).with("emailAddress", "rc1-7@example.com");

    @TempDir
    private Path directory;

    private Ledger ledger;
    private LedgerInterceptor bookkeeping;

    @BeforeEach
    void begin() {
        ledger = Ledger.begin(directory, new Owner("trial", "https://127.0.0.1:1", "run-1", "rc1-"), Clock.systemUTC());
        bookkeeping = new LedgerInterceptor(ledger, new ResourceDetector("rc1-"), Budgets.NONE, 1);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void isOpenBeforeTheCallLeaves() {
        bookkeeping.beforeCall(CLIENT, Role.DRIVE);

        assertThat(ledger.open()).hasSize(1);
    }

    @Test
    void knowsWhatTheServiceCallsIt() {
        end(CLIENT, 200, "{\"stat\":\"ok\",\"client_id\":\"abc\"}");
        end(ACCOUNT, 200, "{\"stat\":\"ok\",\"capture_user\":{\"uuid\":\"u-1\"}}");

        assertThat(ledger.open()).extracting(Ledger.Entry::id).containsExactly(Optional.of("abc"), Optional.of("u-1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"stat\":\"error\",\"code\":361,\"error\":\"unique_violation\"}",
                "200 | {\"stat\":\"error\",\"code\":402,\"error\":\"invalid_client_credentials\"}",
                "400 | {\"stat\":\"error\",\"code\":200,\"error\":\"invalid_request\"}"
            })
    void isClosedWhenTheServiceRefuses(int status, String body) {
        end(CLIENT, status, body);

        assertThat(ledger.open()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"stat\":\"error\",\"code\":500,\"error\":\"unexpected_error\"}",
                "200 | {\"stat\":\"error\",\"code\":510,\"error\":\"api_limit_error\"}",
                "500 | {\"stat\":\"error\",\"code\":361,\"error\":\"unique_violation\"}",
                "502 | <html>busy</html>",
                "200 | cut of"
            })
    void staysOpenWhenNobodyCanTell(int status, String body) {
        end(CLIENT, status, body);

        assertThat(ledger.open()).hasSize(1);
    }

    @Test
    void staysOpenWhenNoAnswerCame() {
        bookkeeping.beforeCall(CLIENT, Role.SET_UP).afterCall(Optional.empty());

        assertThat(ledger.open()).hasSize(1);
    }

    @Test
    void takesASettingOfAClientOfTheRunForPartOfTheClient() {
        end(CLIENT, 200, "{\"stat\":\"ok\",\"client_id\":\"abc\"}");

        bookkeeping.beforeCall(
                Call.to("/settings/set", OWNER)
                        .with("key", "level")
                        .with("value", "7")
                        .with("for_client_id", "abc"),
                Role.DRIVE);

        assertThat(ledger.open()).hasSize(1);
    }

    private void end(Call call, int status, String body) {
        bookkeeping
                .beforeCall(call, Role.DRIVE)
                .afterCall(Optional.of(Answer.of(status, List.of(), body.getBytes(StandardCharsets.UTF_8))));
    }
}
