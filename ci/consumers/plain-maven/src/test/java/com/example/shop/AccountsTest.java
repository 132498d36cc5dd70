package com.example.shop;

import static io.regcontract.assertion.RegistrationAssertions.assertThat;

import io.regcontract.assertion.AnswerAssert;
import io.regcontract.assertion.Dialect;
import io.regcontract.check.answer.Answer;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import io.regcontract.simulator.assertion.JournalAssertions;
import io.regcontract.simulator.control.DrillOrder;
import io.regcontract.simulator.control.ErrorDrill;
import io.regcontract.simulator.control.SimulatorControl;
import io.regcontract.simulator.control.state.FeatureGroup;
import io.regcontract.simulator.junit.RegistrationSimulation;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RegistrationSimulation(dialect = SpokenDialect.OBSERVED, controlToken = AccountsTest.CONTROL_TOKEN)
class AccountsTest {

    static final String CONTROL_TOKEN = "control-token-of-this-test";
    private static final String SIGN_IN = "/oauth/auth_native_traditional";

    private RegistrationSimulator simulator;
    private Accounts accounts;
    private String email;

    @BeforeEach
    void signUp(RegistrationSimulator shared) {
        simulator = shared;
        accounts = new Accounts(simulator.baseAddress(), simulator.loginClientId());
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
    void anOldTokenIs414(SimulatorControl control) {
        var token = accounts.accessToken(accounts.signIn(email, "right-one"));

        try (var expired = control.drill(DrillOrder.of(ErrorDrill.ACCESS_TOKEN_EXPIRED).person(email))) {
            judged(accounts.profile(token), "/entity").isDocumentedError(ErrorCode.ACCESS_TOKEN_EXPIRED);
            Assertions.assertThat(expired.calls()).isEqualTo(1);
        }

        assertThat(answer(accounts.profile(token))).isSuccess();
    }

    @Test
    void maintenanceIs480(SimulatorControl control) {
        control.maintenance().begin(FeatureGroup.OAUTH);
        try {
            judged(accounts.signIn(email, "right-one"), SIGN_IN).isDocumentedError(ErrorCode.API_FEATURE_DISABLED);
        } finally {
            control.maintenance().end();
        }
    }

    /** As an application in another process does. */
    @Test
    void tooManyCallsAre510() {
        var control = SimulatorControl.over(simulator.baseAddress(), CONTROL_TOKEN, simulator.application());

        try (var usedUp = control.drill(ErrorDrill.QUOTA_USED_UP)) {
            judged(accounts.signIn(email, "right-one"), SIGN_IN).isDocumentedError(ErrorCode.API_LIMIT_ERROR);
            Assertions.assertThat(usedUp.code()).isEqualTo(510);
        }

        JournalAssertions.assertThat(simulator.journal()).met(510).hasNoForbiddenReaction();
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
}
