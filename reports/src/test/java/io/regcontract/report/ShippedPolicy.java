package io.regcontract.report;

import io.regcontract.report.judge.GateCriteria;
import io.regcontract.report.policy.Policy;
import io.regcontract.report.policy.PolicyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** The policy that comes with the project, as a user gets it. */
public final class ShippedPolicy {

    /** The day on which tests judge. */
    public static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private static final Path DIRECTORY =
            Path.of(System.getProperty("regcontract.root", "..")).resolve("reports/policy");
    private static final Policy POLICY = PolicyReader.read(DIRECTORY);

    private ShippedPolicy() {}

    public static GateCriteria terms() {
        return new GateCriteria(POLICY, TODAY, Optional.empty());
    }

    /** Copies {@code gate.yaml} to where the gate looks for it in a project, and gives back the policy's directory. */
    public static Path copyTo(Path root) {
        try {
            var policy = Files.createDirectories(root.resolve("reports/policy"));
            Files.writeString(policy.resolve("gate.yaml"), gate());
            return policy;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The text of the shipped {@code gate.yaml}. */
    public static String gate() {
        try {
            return Files.readString(DIRECTORY.resolve("gate.yaml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
