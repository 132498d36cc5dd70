package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.model.OperationScope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which operations a service implements, by their paths and by the ids of requirements. */
class OperationScopeTest {

    @ParameterizedTest
    @CsvSource({
        "/entity,         /entity,        true",
        "entity,          /entity,        true",
        "/entity,         /entity.create, false",
        "/entity*,        /entityType,    true",
        "/entity.*,       /entity,        false",
        "oauth/*,         /oauth/token,   true",
        "/oauth/tok?n,    /oauth/token,   true",
        "*,               /,              true",
    })
    void meansPathsByPatterns(String glob, String path, boolean meant) {
        assertThat(OperationScope.of(List.of(glob)).holds(path)).isEqualTo(meant);
    }

    @Test
    void knowsTheOperationOfARequirementByItsId() {
        var operations = Contract.load().operations();
        var scope = OperationScope.of(List.of("/entityType.addAttribute"));

        assertThat(scope.holds("REG-361.entity-type-add-attribute.any-case", operations))
                .isTrue();
        assertThat(scope.holds("REG-361.entity-create.any-case", operations)).isFalse();
        assertThat(scope.holds("REG-361.no-such-operation.any-case", operations))
                .isFalse();
        assertThat(scope.holds("entity-type-add-attribute", operations)).isFalse();
        assertThat(OperationScope.ALL.holds("REG-361.no-such-operation.any-case", operations))
                .isTrue();
    }
}
