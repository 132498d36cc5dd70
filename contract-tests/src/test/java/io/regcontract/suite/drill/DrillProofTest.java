package io.regcontract.suite.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.SpokenDialect;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The proof of drills fails for a drill that does not do what it says. */
final class DrillProofTest {

    private static final DrillEnvironment ENVIRONMENT = new DrillEnvironment(SpokenDialect.DOCUMENTED, 1);

    private final DrillProof proof = new DrillProof(ENVIRONMENT);

    @AfterAll
    static void close() {
        ENVIRONMENT.close();
    }

    @Test
    void refusesADrillThatLeadsToAnotherError() {
        assertThat(proof.fault(drill("maintenance", 510), "/entity.find"))
                .hasValueSatisfying(
                        fault -> assertThat(fault).contains("body.code").contains("480"));
    }

    @Test
    void refusesADrillThatDoesNothingAtAnOperation() {
        assertThat(proof.fault(drill("access-token-expired", 414), "/clients/list"))
                .hasValueSatisfying(fault -> assertThat(fault).contains("answer.failure"));
    }

    @Test
    void refusesAnOperationThatIsNone() {
        assertThat(proof.fault(drill("maintenance", 480), "/nothing")).isPresent();
    }

    @Test
    void refusesADrillThatCannotBeArmed() {
        assertThat(proof.fault(drill("no-such-drill", 480), "/entity.find")).isPresent();
    }

    private static OfferedDrill drill(String name, int code) {
        return new OfferedDrill(name, code, List.of());
    }
}
