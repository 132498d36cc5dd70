package io.regcontract.drill.cli;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.text.SafeText;
import io.regcontract.drill.judge.FindingNames;
import io.regcontract.drill.policy.DrillPolicy;
import io.regcontract.drill.policy.DrillPolicyReader;
import io.regcontract.drill.report.ReportDirectory;
import io.regcontract.drill.run.ToldText;
import io.regcontract.drill.trial.RecordCount;
import io.regcontract.drill.trial.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is demanded, what was told, and where the report goes. */
final class ReportOptions {

    @Option(
            names = "--out",
            paramLabel = "DIRECTORY",
            defaultValue = "drill-report",
            description = "Gets index.html, drills.json and junit.xml. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("");

    @Option(
            names = "--require",
            paramLabel = "POLICY",
            description =
                    "A YAML file: which errors must be met, which reactions fail or warn, and exceptions. Without it,"
                            + " no error is required and forbidden reactions fail.")
    private Optional<Path> policy = Optional.empty();

    @Option(
            names = "--told",
            paramLabel = "WHAT=N",
            description = "What the application told: created (records added), records (records that there are, as an"
                    + " export tells), wrong-password, or a documented code; how often or how many. The command can"
                    + " write the same, a line each, to the file that REGCONTRACT_TOLD_FILE names. Repeatable.")
    private List<String> told = new ArrayList<>();

    @Option(
            names = "--told-type",
            paramLabel = "TYPE",
            defaultValue = "user",
            description = "The entity type whose records are compared with what was told. Default: ${DEFAULT-VALUE}.")
    private String type = "";

    String recordType() {
        return type;
    }

    /** @throws io.regcontract.contract.yaml.YamlException with everything that is wrong with the policy */
    DrillPolicy policy() {
        return policy.map(file -> DrillPolicyReader.read(
                        file,
                        FindingNames.all(),
                        Contract.load().operations().all().stream()
                                .map(Operation::path)
                                .toList()))
                .orElse(DrillPolicy.DEFAULT);
    }

    /** @throws IllegalArgumentException when records of the type were never there to count; the message is a sentence */
    void refuseUnknownType(List<RecordCount> counts) {
        if (counts.stream()
                .allMatch(count -> count.before().isEmpty()
                        && count.drilled().isEmpty()
                        && count.after().isEmpty())) {
            throw new IllegalArgumentException("--told-type: the application has no entity type " + SafeText.typed(type)
                    + ": name one that it has, or that the command makes.");
        }
    }

    /** @throws IllegalArgumentException when one is none; the message is a sentence */
    Told told() {
        try {
            return new Told(told.stream().map(ToldText::claim).toList(), List.of());
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException("--told: " + none.getMessage() + ".", none);
        }
    }

    /** @throws IllegalArgumentException when no file can be written there; the message is a sentence */
    ReportDirectory directory() {
        if (out.toString().isBlank()) {
            throw new IllegalArgumentException("--out has no value: name a directory, or leave it out.");
        }
        try {
            return ReportDirectory.prepare(out);
        } catch (IOException refused) {
            throw new IllegalArgumentException(
                    "--out " + SafeText.typed(out.toString())
                            + " is no directory that files can be written to: name another one.",
                    refused);
        }
    }
}
