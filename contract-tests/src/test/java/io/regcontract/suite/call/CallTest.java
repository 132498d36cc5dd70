package io.regcontract.suite.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CallTest {

    private final Call call = Call.to("/entity", new Credential.Basic("client", "secret"))
            .with("type_name", "user")
            .with("uuid", "1");

    @Test
    void differsFromItselfInNothing() {
        assertThat(call.differencesFrom(call)).isEmpty();
    }

    @Test
    void namesEachDifferenceOnce() {
        assertThat(call.with("uuid", "2").differencesFrom(call)).containsExactly("parameter uuid");
        assertThat(call.without("uuid").differencesFrom(call)).containsExactly("parameter uuid");
        assertThat(call.header(Call.HOST, "elsewhere").differencesFrom(call)).containsExactly("header Host");
        assertThat(call.as(new Credential.None()).differencesFrom(call)).containsExactly("credentials");
        assertThat(Call.to("/entity.count", new Credential.None()).differencesFrom(call))
                .containsExactly("operation", "credentials", "parameter type_name", "parameter uuid");
    }

    @Test
    void hidesSecretsWhenItIsShown() {
        assertThat(call.toString()).doesNotContain("secret");
    }
}
