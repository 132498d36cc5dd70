package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.contract.KnownRequirements.Scope;
import io.regcontract.contract.loading.ContractDataException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KnownRequirementsTest {

    private static final KnownRequirements FEW = KnownRequirements.of("REG-1 codes\nREG-2 matrix\nREG-3\n");

    @Test
    void putsEachIntoItsScopeAndAllLargerOnes() {
        assertThat(FEW.in(Scope.CODES)).containsExactly("REG-1");
        assertThat(FEW.in(Scope.MATRIX)).containsExactlyInAnyOrder("REG-1", "REG-2");
        assertThat(FEW.in(Scope.OPERATIONS)).containsExactlyInAnyOrder("REG-1", "REG-2", "REG-3");
    }

    @Test
    void tellsAScopeByExactlyItsRequirements() {
        assertThat(FEW.scopeOf(Set.of("REG-1", "REG-2"))).hasValue(Scope.MATRIX);
        assertThat(FEW.scopeOf(Set.of("REG-2"))).isEmpty();
        assertThat(FEW.scopeOf(Set.of("REG-1", "REG-2", "REG-3", "REG-4"))).isEmpty();
        assertThat(FEW.scopeOf(Set.of())).isEmpty();
    }

    @Test
    void refusesALineThatIsNone() {
        assertThatThrownBy(() -> KnownRequirements.of("REG-1 cods\n"))
                .isInstanceOf(ContractDataException.class)
                .hasMessageContaining("'REG-1 cods' is no id");
    }

    @Test
    void hasOneForEveryCodeInTheSmallestScope() {
        var codes = new TreeSet<Integer>();
        KnownRequirements.load().in(Scope.CODES).forEach(id -> codes.add(Integer.parseInt(id.substring(4, 7))));

        assertThat(codes)
                .as("codes of requirements.txt; ScenarioCatalogueTest writes that file anew once there is a scenario")
                .containsExactlyElementsOf(Contract.load().errors().stream()
                        .map(error -> error.code().code())
                        .sorted()
                        .toList());
    }
}
