package io.regcontract.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.Contract;
import io.regcontract.contract.openapi.OpenApiDescription;
import io.regcontract.contract.openapi.OpenApiDialect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tools of others say of the OpenAPI descriptions. */
@Tag("long")
class OpenApiToolsTest {

    private static final Map<String, String> QUIET =
            Map.of("REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");

    @TempDir
    private Path directory;

    @Test
    void findNoErrorInEitherDialect() throws Exception {
        Program.npmInstall(
                directory,
                "@redocly/cli@2.77.0",
                "@stoplight/spectral-cli@6.16.3",
                "@apidevtools/swagger-parser@13.0.0");
        Files.writeString(directory.resolve(".spectral.yaml"), "extends: [\"spectral:oas\"]\n");
        Files.writeString(
                directory.resolve("parse.mjs"),
                """
                import SwaggerParser from '@apidevtools/swagger-parser';
                const api = await SwaggerParser.validate(process.argv[2]);
                console.log(Object.keys(api.paths).length + ' paths');
                """);
        for (var dialect : OpenApiDialect.values()) {
            Files.writeString(
                    directory.resolve(dialect.word() + ".yaml"), OpenApiDescription.yaml(Contract.load(), dialect));
            findNoError(
                    dialect.word() + ".yaml", Contract.load().operations().all().size() + " paths");
        }
        Files.copy(
                Path.of(System.getProperty("regcontract.root"), "docs", "control-plane.yaml"),
                directory.resolve("control-plane.yaml"));
        findNoError("control-plane.yaml", "42 paths");
    }

    private void findNoError(String name, String paths) throws Exception {
        var file = directory.resolve(name).toString();
        var redocly = Program.run(directory, QUIET, List.of("node_modules/.bin/redocly", "lint", file));
        assertThat(redocly.exit()).as(redocly.output()).isZero();
        assertThat(redocly.output()).contains("Your API description is valid");
        var spectral = Program.run(
                directory, QUIET, List.of("node_modules/.bin/spectral", "lint", "--fail-severity=error", file));
        assertThat(spectral.exit()).as(spectral.output()).isZero();
        var parser = Program.run(directory, QUIET, List.of("node", "parse.mjs", file));
        assertThat(parser.exit()).as(parser.output()).isZero();
        assertThat(parser.output()).contains(paths);
    }
}
