package io.regcontract.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.cli.language.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The npm package of {@code distribution/npm}: its own tests, and packed and installed where nothing else is. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "these tests call npm as a program, and on Windows it is a script")
class NpmPackageTest {

    private static final Path SOURCE = Path.of(System.getProperty("regcontract.root"), "distribution/npm");

    @TempDir
    private Path directory;

    private Path jar = Path.of("");

    @BeforeEach
    void makeAJar() throws IOException {
        Program.require("node", "npm");
        jar = RunnableJar.in(directory);
    }

    @Test
    void passesItsTests() throws Exception {
        var ended = run(
                directory,
                Map.of("REGCONTRACT_JAR", jar.toString()),
                "node",
                "--test",
                SOURCE.resolve("test").toString());

        assertThat(ended.output()).containsPattern("(?m)^\\W*pass 6$").containsPattern("(?m)^\\W*fail 0$");
    }

    @Test
    void isPackedWithTheJarAndRunsTheTestOfItsPageInAnEmptyFolder() throws Exception {
        var empty = installed();
        Files.writeString(
                empty.resolve("sign-in.test.mjs"),
                Page.of("distribution/npm/README.md").code("js"));

        var ended = run(empty, Map.of("REGCONTRACT_JAR", ""), "node", "--test");

        assertThat(ended.output())
                .contains("bears maintenance")
                .containsPattern("(?m)^\\W*pass 1$")
                .containsPattern("(?m)^\\W*fail 0$");
        assertThat(empty.resolve("node_modules/regcontract-simulator"))
                .isDirectoryContaining("glob:**/LICENSE")
                .isDirectoryContaining("glob:**/jar");
        // No dependencies.
        try (var modules = Files.list(empty.resolve("node_modules"))) {
            assertThat(modules.map(Path::getFileName).map(Path::toString).filter(name -> !name.startsWith(".")))
                    .containsExactly("regcontract-simulator");
        }
    }

    @Test
    void isNotPackedWithoutAJar() throws Exception {
        var copy = copied();

        var ended = Program.run(copy, Map.of("REGCONTRACT_JAR", "/nowhere.jar"), List.of("npm", "pack"));

        assertThat(ended.exit()).isNotZero();
        assertThat(ended.output()).contains("/nowhere.jar is missing: make it with './mvnw package'");
    }

    @Test
    @Tag("long")
    void worksWithVitestAndItsTypesWithTypeScript() throws Exception {
        var empty = installed();
        Program.npmInstall(empty, packed(), "vitest@2.1.9", "typescript@5.9.3", "@types/node@20");
        var page = Page.of("distribution/npm/README.md").code("js");
        Files.writeString(
                empty.resolve("sign-in.test.ts"),
                page.replace(
                                "import { after, before, test } from 'node:test';",
                                """
                        import { afterAll as after, beforeAll as before, test } from 'vitest';
                        import type { Simulator } from 'regcontract-simulator';""")
                        .replace("let simulator;", "let simulator: Simulator;"));
        Files.writeString(
                empty.resolve("tsconfig.json"),
                """
                {"compilerOptions": {"strict": true, "noEmit": true, "target": "es2022", "module": "nodenext",
                 "lib": ["es2022", "dom", "esnext.disposable"], "skipLibCheck": true}, "include": ["*.ts"]}""");

        var types = Program.run(empty, Map.of(), List.of("node_modules/.bin/tsc"));
        var tests = Program.run(
                empty,
                Map.of("REGCONTRACT_JAR", ""),
                List.of("node_modules/.bin/vitest", "run", "--hookTimeout=60000", "--testTimeout=60000"));

        assertThat(types.output()).isEmpty();
        assertThat(tests.exit()).as(tests.output()).isZero();
        assertThat(tests.output()).containsPattern("Tests\\S*\\s.*1 passed");
    }

    private Path installed() throws IOException, InterruptedException {
        run(
                copied(),
                Map.of("REGCONTRACT_JAR", jar.toString()),
                "npm",
                "pack",
                "--pack-destination",
                directory.toString());
        var empty = Files.createDirectory(directory.resolve("empty"));
        Files.writeString(empty.resolve("package.json"), "{\"private\":true}");
        run(empty, Map.of(), "npm", "install", "--offline", "--no-audit", "--no-fund", packed());
        return empty;
    }

    private String packed() {
        return directory.resolve("regcontract-simulator-0.1.0.tgz").toString();
    }

    /** A copy of the package beside what its script brings, so that nothing is written into the project. */
    private Path copied() throws IOException {
        var root = directory.resolve("checkout");
        var copy = Files.createDirectories(root.resolve("distribution/npm"));
        Files.copy(SOURCE.resolve("../../LICENSE"), root.resolve("LICENSE"));
        try (var files = Files.walk(SOURCE)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = copy.resolve(SOURCE.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return copy;
    }

    private static Ended run(Path directory, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var ended = Program.run(directory, environment, List.of(command));
        assertThat(ended.exit()).as(ended.output()).isZero();
        return ended;
    }
}
