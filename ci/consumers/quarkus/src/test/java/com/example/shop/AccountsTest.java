package com.example.shop;

import static io.regcontract.assertion.RegistrationAssertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regcontract.assertion.AnswerAssert;
import io.regcontract.assertion.Dialect;
import io.regcontract.check.answer.Answer;
import io.regcontract.contract.model.ErrorCode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class AccountsTest {

    private static final String SIGN_IN = "/oauth/auth_native_traditional";

    @Inject
    Accounts accounts;

    @ConfigProperty(name = "registration.control")
    URI control;

    private String email;

    @BeforeEach
    void signUp() throws IOException, InterruptedException {
        control("PUT", "/maintenance", "{\"groups\":[]}");
        control("DELETE", "/quota", "");
        email = "ada-" + System.nanoTime() + "@example.com";
        assertThat(answer(accounts.signUp(email, "right-one"))).isSuccess();
    }

    @Test
    void aPersonSignsInAndIsKnown() {
        var signedIn = accounts.signIn(email, "right-one");

        assertThat(answer(signedIn)).isSuccess();
        var profile = accounts.profile(accounts.accessToken(signedIn));
        assertThat(answer(profile)).isSuccess();
        Assertions.assertThat(profile.body()).contains(email);
    }

    @Test
    void aWrongPasswordIs213() {
        judged(accounts.signIn(email, "wrong-one"), SIGN_IN).isDocumentedError(ErrorCode.PASSWORD_INCORRECT);
    }

    @Test
    void anOldTokenIs414() throws IOException, InterruptedException {
        var token = accounts.accessToken(accounts.signIn(email, "right-one"));
        control("POST", "/clock", "{\"advanceSeconds\":7200}");

        judged(accounts.profile(token), "/entity").isDocumentedError(ErrorCode.ACCESS_TOKEN_EXPIRED);
    }

    @Test
    void maintenanceIs480() throws IOException, InterruptedException {
        control("PUT", "/maintenance", "{\"groups\":[\"oauth\"]}");

        judged(accounts.signIn(email, "right-one"), SIGN_IN).isDocumentedError(ErrorCode.API_FEATURE_DISABLED);
    }

    @Test
    void tooManyCallsAre510() throws IOException, InterruptedException {
        control("PUT", "/quota", "{\"calls\":0,\"perSeconds\":60}");

        judged(accounts.signIn(email, "right-one"), SIGN_IN).isDocumentedError(ErrorCode.API_LIMIT_ERROR);
    }

    /** What is wrong with an answer is said, which takes all that the checks read: schemas, formats, messages. */
    @Test
    void saysWhatIsWrongWithAnAnswer() {
        var damaged = Answer.of(200, "application/json", "{\"stat\":\"error\",\"code\":213,\"error\":\"no_such_error\"}");

        Assertions.assertThatThrownBy(() -> assertThat(damaged).isDocumentedError(ErrorCode.PASSWORD_INCORRECT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected 213 password_incorrect")
                .hasMessageContaining("no_such_error");
    }

    private static AnswerAssert judged(Accounts.Reply reply, String operation) {
        return assertThat(answer(reply)).inDialect(Dialect.OBSERVED).answeredBy(operation);
    }

    private static Answer answer(Accounts.Reply reply) {
        return Answer.of(reply.status(), reply.contentType(), reply.body());
    }

    private void control(String method, String what, String body) throws IOException, InterruptedException {
        var address = URI.create(control + "/applications/shop" + what);
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + SimulatorResource.CONTROL_TOKEN)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        Assertions.assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }
}
