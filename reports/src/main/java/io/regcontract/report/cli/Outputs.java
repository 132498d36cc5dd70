package io.regcontract.report.cli;

import io.regcontract.report.history.BaselineFile;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.render.VerdictFile;
import io.regcontract.report.render.WaiverPaste;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes all that is told of a decision. The verdict comes last: where it stands, the rest stands too. */
final class Outputs {

    private final Path out;

    Outputs(Path out) {
        this.out = out;
    }

    void write(Decision decision) throws IOException {
        Files.createDirectories(out);
        var baseline = BaselineFile.of(decision);
        if (baseline.isPresent()) {
            Files.writeString(out.resolve(BaselineFile.NAME), BaselineFile.text(baseline.get()));
        }
        var waivers = WaiverPaste.text(decision);
        if (!waivers.isEmpty()) {
            Files.writeString(out.resolve(WaiverPaste.NAME), waivers);
        }
        VerdictFile.write(out, VerdictFile.json(decision));
    }
}
