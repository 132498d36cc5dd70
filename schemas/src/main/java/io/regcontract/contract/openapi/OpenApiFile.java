package io.regcontract.contract.openapi;

import io.regcontract.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the descriptions of both dialects for the build: {@code openapi.yaml} and {@code openapi-observed.yaml}. */
public final class OpenApiFile {

    private OpenApiFile() {}

    /**
     * Takes the directory to write to.
     *
     * @throws IOException when it cannot be written to
     */
    public static void main(String[] arguments) throws IOException {
        var directory = Files.createDirectories(Path.of(arguments[0]));
        var contract = Contract.load();
        for (var dialect : OpenApiDialect.values()) {
            Files.writeString(directory.resolve(name(dialect)), OpenApiDescription.yaml(contract, dialect));
        }
    }

    private static String name(OpenApiDialect dialect) {
        return dialect == OpenApiDialect.DOCUMENTED ? "openapi.yaml" : "openapi-" + dialect.word() + ".yaml";
    }
}
