package com.example.shop;

import static io.regcontract.assertion.RegistrationAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.assertion.AnswerAssert;
import io.regcontract.assertion.Dialect;
import io.regcontract.check.answer.Answer;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class AccountsTest {

    private static final String CONTROL_TOKEN = "control-token-of-this-test";
    private static final String SIGN_IN = "/oauth/auth_native_traditional";
    private static final RegistrationSimulator SIMULATOR = RegistrationSimulator.builder()
            .application("shop")
            .dialect(SpokenDialect.OBSERVED)
            .controlToken(CONTROL_TOKEN)
            .start();

    private final RestClient control = RestClient.builder()
            .baseUrl(SIMULATOR.controlAddress().toString())
            .defaultHeader("Authorization", "Bearer " + CONTROL_TOKEN)
            .build();
    private String email;

    @Autowired
    private Accounts accounts;

    @DynamicPropertySource
    static void service(DynamicPropertyRegistry properties) {
        properties.add("registration.service", SIMULATOR::baseAddress);
        properties.add("registration.client", SIMULATOR::loginClientId);
    }

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @BeforeEach
    void signUp() {
        control(HttpMethod.PUT, "/maintenance", "{\"groups\":[]}");
        control(HttpMethod.DELETE, "/quota", "");
        email = "ada-" + System.nanoTime() + "@example.com";
        assertThat(answer(accounts.signUp(email, "right-one"))).isSuccess();
    }

    @Test
    void aPersonSignsInAndIsKnown() {
        var signedIn = accounts.signIn(email, "right-one");

        assertThat(answer(signedIn)).isSuccess();
        var profile = accounts.profile(accounts.accessToken(signedIn));
        assertThat(answer(profile)).isSuccess();
        assertThat(profile.getBody()).contains(email);
    }

    @Test
    void aWrongPasswordIs213() {
        judged(accounts.signIn(email, "wrong-one"), SIGN_IN).isDocumentedError(ErrorCode.PASSWORD_INCORRECT);
    }

    @Test
    void anOldTokenIs414() {
        var token = accounts.accessToken(accounts.signIn(email, "right-one"));
        control(HttpMethod.POST, "/clock", "{\"advanceSeconds\":7200}");

        judged(accounts.profile(token), "/entity").isDocumentedError(ErrorCode.ACCESS_TOKEN_EXPIRED);
    }

    @Test
    void maintenanceIs480() {
        control(HttpMethod.PUT, "/maintenance", "{\"groups\":[\"oauth\"]}");

        judged(accounts.signIn(email, "right-one"), SIGN_IN).isDocumentedError(ErrorCode.API_FEATURE_DISABLED);
    }

    @Test
    void tooManyCallsAre510() {
        control(HttpMethod.PUT, "/quota", "{\"calls\":0,\"perSeconds\":60}");

        judged(accounts.signIn(email, "right-one"), SIGN_IN).isDocumentedError(ErrorCode.API_LIMIT_ERROR);
    }

    private static AnswerAssert judged(ResponseEntity<String> reply, String operation) {
        return assertThat(answer(reply)).inDialect(Dialect.OBSERVED).answeredBy(operation);
    }

    private static Answer answer(ResponseEntity<String> reply) {
        return Answer.of(
                reply.getStatusCode().value(),
                String.valueOf(reply.getHeaders().getContentType()),
                String.valueOf(reply.getBody()));
    }

    private void control(HttpMethod method, String what, String body) {
        control.method(method)
                .uri("/applications/" + SIMULATOR.application() + what)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }
}
