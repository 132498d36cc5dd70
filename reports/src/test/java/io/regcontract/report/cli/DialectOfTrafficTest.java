package io.regcontract.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.TrafficRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Traffic needs no profile: whoever judges it says how the service speaks. */
class DialectOfTrafficTest {

    @TempDir
    private Path root;

    @Test
    void bringsWhatIsAcceptedOfEveryServiceThatSpeaksIt() {
        assertThat(judge("observed", "E-01", "E-02", "E-10")).isZero();
    }

    @Test
    void bringsNothingThatOnlyAProfileMayAccept() {
        assertThat(judge("observed", "E-03")).isEqualTo(4);
        assertThat(judge("documented", "E-01")).isEqualTo(4);
    }

    private int judge(String dialect, String... errata) {
        ShippedPolicy.copyTo(root);
        new TrafficRecord()
                .header(header -> {
                    var environment = (ObjectNode) header.get("environment");
                    environment.put("dialect", dialect);
                    var accepted = environment.putArray("acceptedErrata");
                    List.of(errata).forEach(accepted::add);
                })
                .writeTo(root.resolve("contract-tests/target/regcontract/runs"));
        return GateRunner.judge(root, RecordBuilder.RUN);
    }
}
