package io.regcontract.report.render.export;

import io.regcontract.report.judge.GateOutcome;
import io.regcontract.report.record.RecordHeader;
import io.regcontract.report.render.ReportModel;
import io.regcontract.report.render.ReportRenderer;
import io.regcontract.report.render.TruncatedText;
import java.io.IOException;
import java.io.Writer;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a shields.io endpoint badge reads. */
public final class Badge implements ReportRenderer {

    @Override
    public String fileName() {
        return "badge.json";
    }

    @Override
    public void write(ReportModel story, Writer out) throws IOException {
        var decision = story.decision();
        var codes = decision.codeCounts();
        int held = codes.held();
        var known = decision.outcome() == GateOutcome.PASS || decision.outcome() == GateOutcome.CONTRACT;
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("schemaVersion", 1)
                .put(
                        "label",
                        (decision.isOfTraffic() ? "error contract in recorded traffic" : "error contract")
                                + decision.environment()
                                        .map(RecordHeader.Environment::name)
                                        .map(name -> ", " + TruncatedText.text(name, 40))
                                        .orElse(""))
                .put(
                        "message",
                        known
                                ? held + " of " + codes.total() + (decision.isOfTraffic() ? " witnessed" : " proven")
                                        + (decision.reserved() ? ", with reservation" : "")
                                : decision.outcome().word())
                .put(
                        "color",
                        switch (decision.outcome()) {
                            case PASS ->
                                decision.reserved() ? "yellow" : held == codes.total() ? "brightgreen" : "green";
                            case CONTRACT, LEAK -> "red";
                            case USAGE, INCONCLUSIVE, INCOMPLETE -> "lightgrey";
                        })
                .put("isError", decision.outcome() != GateOutcome.PASS);
        out.write(json + "\n");
    }
}
