package io.regcontract.endtoend.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.cli.RegcontractCommand;
import io.regcontract.facade.Facade;
import io.regcontract.facade.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Old and new side by side: the simulator as the old service, the facade in its place. */
@Tag("long")
class FacadePairTest {

    private static final Path PROJECT = Path.of(System.getProperty("regcontract.root", ".."));

    @TempDir
    private Path root;

    @Test
    void losesNothingWhereTheNewOneIsCorrect() throws IOException {
        try (var facade = Facade.start()) {
            var said = pair(facade, 0);

            assertThat(different()).as(said).isEmpty();
            assertThat(report().at("/requirements/same").intValue()).isGreaterThan(50);
        }
    }

    @Test
    void showsExactlyTheTenFaultsOfTheNewOne() throws IOException {
        try (var facade = Facade.start(EnumSet.allOf(Fault.class))) {
            pair(facade, 1);

            assertThat(different())
                    .isEqualTo(Stream.of(Fault.values())
                            .map(fault -> fault.code() + " " + fault.operation())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /** Code and operation of each requirement of which something is lost; what the contract does not promise is a remark. */
    private Set<String> different() throws IOException {
        var lost = report().path("differences")
                .valueStream()
                .filter(each -> each.path("state").asString().equals("differs"))
                .flatMap(each -> each.path("requirements").valueStream())
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        return report().path("operations")
                .valueStream()
                .filter(each -> each.path("requirements")
                        .valueStream()
                        .anyMatch(one -> lost.contains(one.path("id").asString())))
                .map(each -> each.path("code").intValue() + " "
                        + each.path("operation").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private JsonNode report() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(root.resolve("reports/target/pair/pair.json")));
    }

    private String pair(Facade facade, int exit) throws IOException {
        for (var file : List.of("environments/profiles/simulator.yaml", "reports/policy/gate.yaml")) {
            var copy = root.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(PROJECT.resolve(file), copy);
        }
        FacadeRun.writeProfile(facade, root);
        var console = new StringWriter();
        var status = RegcontractCommand.execute(
                new PrintWriter(console),
                new PrintWriter(console),
                "pair",
                "--root",
                root.toString(),
                "--confirm=" + FacadeRun.ENVIRONMENT,
                "simulator",
                FacadeRun.ENVIRONMENT);
        assertThat(status).as(console.toString()).isEqualTo(exit);
        return console.toString();
    }
}
