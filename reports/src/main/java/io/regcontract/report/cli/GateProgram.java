package io.regcontract.report.cli;

import io.regcontract.report.attest.JudgedFiles;
import io.regcontract.report.attest.ResourceDescriptor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The program that judges, as an attestation names it: its version and the digest of its jar, as far as they are known. */
final class GateProgram {

    private GateProgram() {}

    /** The jar with all commands, which knows its version. */
    static Optional<ResourceDescriptor> ofTheJar() {
        return described(Optional.ofNullable(GateProgram.class.getPackage().getImplementationVersion())
                .map(version -> JudgedFiles.artifact("regcontract-distribution", version)));
    }

    /** The gate of a build of this version; empty for one that is not known. */
    static Optional<ResourceDescriptor> ofTheBuild(String version) {
        return described(Optional.of(version)
                .filter(known -> !known.isBlank())
                .map(known -> JudgedFiles.artifact("regcontract-reports", known)));
    }

    private static Optional<ResourceDescriptor> described(Optional<String> uri) {
        var digest = digest();
        return uri.isEmpty() && digest.isEmpty()
                ? Optional.empty()
                : Optional.of(new ResourceDescriptor("gate", uri, digest));
    }

    /** Of the jar that this class comes from. Where it comes from a directory of classes, there is none. */
    private static Optional<String> digest() {
        try {
            var source = GateProgram.class.getProtectionDomain().getCodeSource();
            var jar =
                    source == null ? Path.of("") : Path.of(source.getLocation().toURI());
            return Files.isRegularFile(jar) ? Optional.of(JudgedFiles.sha256(jar)) : Optional.empty();
        } catch (IOException | URISyntaxException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
