package io.regcontract.suite.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What applications call of the published jars changes only where somebody has said so. */
class PublicApiTest {

    private static final Set<String> PACKAGES = Set.of(
            "io.regcontract.simulator",
            "io.regcontract.simulator.assertion",
            "io.regcontract.simulator.control",
            "io.regcontract.simulator.control.client",
            "io.regcontract.simulator.control.flow",
            "io.regcontract.simulator.control.journal",
            "io.regcontract.simulator.control.message",
            "io.regcontract.simulator.control.record",
            "io.regcontract.simulator.control.schema",
            "io.regcontract.simulator.control.state",
            "io.regcontract.simulator.imports",
            "io.regcontract.simulator.junit",
            "io.regcontract.simulator.people",
            "io.regcontract.assertion",
            "io.regcontract.check.answer",
            "io.regcontract.contract.model");
    /** What only the simulator itself can give; its makers are public for its other packages. */
    private static final Set<String> INNER = Set.of(
            "io.regcontract.simulator.application.Application",
            "io.regcontract.simulator.application.Applications$DefaultApplicationIdentity",
            "io.regcontract.simulator.identity.Identifiers",
            "io.regcontract.simulator.store.Store",
            "io.regcontract.simulator.wire.Endpoint");

    private static final Pattern OWN_TYPE = Pattern.compile("io\\.regcontract\\.[A-Za-z0-9_.$]+");
    private static final Pattern JAVADOC = Pattern.compile("<include>(io/regcontract/[a-z/]+)/\\*\\.java</include>");
    private static final Path ROOT = Path.of(System.getProperty("regcontract.root", ".."));
    private static final Path ACCEPTED = ROOT.resolve("distribution/published/public-api.txt");

    @Test
    void isTheOneThatWasAccepted() throws IOException {
        var present = PublicSignatures.of(PACKAGES);
        var written = ROOT.resolve("contract-tests/target/public-api.txt");
        Files.write(written, present);

        assertThat(differences(Files.readAllLines(ACCEPTED), present))
                .as(
                        "The public packages have changed. A line that is gone (-) breaks applications: keep the old form"
                                + " beside the new one where that is possible. Once the change is meant, accept it with"
                                + " cp %s %s, and tell users in CHANGELOG.md.",
                        ROOT.relativize(written), ROOT.relativize(ACCEPTED))
                .isEmpty();
    }

    @Test
    void tellsWhatIsGoneAndWhatIsNewOfWhichType() {
        var before = List.of("class a.A", "    public int one()", "class a.B", "    public int one()");
        var after = List.of("class a.A", "    public int two()", "class a.B", "    public int one()");

        assertThat(differences(before, after))
                .containsExactly("- class a.A: public int one()", "+ class a.A: public int two()");
    }

    private static List<String> differences(List<String> before, List<String> after) {
        var old = qualified(before);
        var now = qualified(after);
        return Stream.concat(
                        old.stream().filter(line -> !now.contains(line)).map(line -> "- " + line),
                        now.stream().filter(line -> !old.contains(line)).map(line -> "+ " + line))
                .toList();
    }

    /** Each member with its type before it. */
    private static Set<String> qualified(List<String> lines) {
        var qualified = new LinkedHashSet<String>();
        var type = "";
        for (var line : lines) {
            if (!line.startsWith(" ")) {
                type = line;
            }
            qualified.add(line.startsWith(" ") ? type + ": " + line.strip() : line);
        }
        return qualified;
    }

    /** A type that a public method takes or returns, in a package of which nobody gets the Javadoc. */
    @Test
    void namesNoTypeThatIsNotPublishedToo() {
        var lines = PublicSignatures.of(PACKAGES);
        var published = lines.stream()
                .filter(line -> !line.startsWith(" "))
                .flatMap(line -> names(line).limit(1))
                .collect(Collectors.toSet());

        assertThat(lines.stream()
                        .flatMap(PublicApiTest::names)
                        .filter(type -> !published.contains(type))
                        .distinct())
                .as("types in public signatures that are published nowhere")
                .containsExactlyInAnyOrderElementsOf(INNER);
    }

    @Test
    void hasJavadocOfTheseAndNoOtherPackages() throws IOException {
        var documented = new TreeSet<String>();
        for (var artifact : List.of("simulator", "checks")) {
            var pom = Files.readString(ROOT.resolve("distribution/published/" + artifact + "/pom.xml"));
            JAVADOC.matcher(pom)
                    .results()
                    .map(found -> found.group(1).replace('/', '.'))
                    .forEach(documented::add);
        }

        assertThat(documented).containsExactlyInAnyOrderElementsOf(PACKAGES);
    }

    private static Stream<String> names(String line) {
        return OWN_TYPE.matcher(line).results().map(MatchResult::group);
    }

    @Test
    void listsWhatApplicationsCall() {
        assertThat(PublicSignatures.of(PACKAGES))
                .contains(
                        "public final class io.regcontract.simulator.RegistrationSimulator implements java.lang.AutoCloseable",
                        "    public java.net.URI baseAddress()",
                        "public abstract @interface io.regcontract.simulator.junit.RegistrationSimulation implements"
                                + " java.lang.annotation.Annotation",
                        "    public abstract java.lang.String application() default \"regcontract\"",
                        "    public static final io.regcontract.contract.model.ErrorCode UNIQUE_VIOLATION",
                        "    public io.regcontract.assertion.AnswerAssert isDocumentedError(io.regcontract.contract.model.ErrorCode)")
                .noneMatch(line -> line.contains("RegistrationSimulationExtension"));
    }
}
