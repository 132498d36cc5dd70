package io.regcontract.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void isShownToNobodyWhoDoesNotAsk() {
        assertThat(new Secret("hunter2")).hasToString("******");
        assertThat(String.format("%s %s", new Secret("hunter2"), new Credentials("id", new Secret("hunter2"), "login")))
                .doesNotContain("hunter2");
        assertThat(new Secret("hunter2").reveal()).isEqualTo("hunter2");
    }

    @Test
    void isEqualToItsLike() {
        assertThat(new Secret("a")).isEqualTo(new Secret("a")).hasSameHashCodeAs(new Secret("a"));
        assertThat(new Secret("a")).isNotEqualTo(new Secret("b")).isNotEqualTo("a");
    }

    @Test
    void mayNotBeBlank() {
        assertThatThrownBy(() -> new Secret(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a secret must not be blank");
    }
}
