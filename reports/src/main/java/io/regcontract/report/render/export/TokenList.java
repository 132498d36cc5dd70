package io.regcontract.report.render.export;

import io.regcontract.contract.text.ServiceText;
import io.regcontract.report.render.ReportModel;
import io.regcontract.report.render.ReportRenderer;
import io.regcontract.report.render.TruncatedText;
import java.io.IOException;
import java.io.Writer;

/** All request tokens of a run in one CSV: support looks calls up by them. */
public final class TokenList implements ReportRenderer {

    @Override
    public String fileName() {
        return "tokens.csv";
    }

    @Override
    public void write(ReportModel story, Writer out) throws IOException {
        out.write("request_token,requirement,code,operation,verdict,started_at_utc,evidence\r\n");
        for (var judgement : story.decision().judgements()) {
            if (judgement.observation().isPresent()
                    && judgement.observation().get().requestToken().isPresent()) {
                var observation = judgement.observation().get();
                out.write(String.join(
                                ",",
                                cell(observation.requestToken().get()),
                                cell(judgement.requirement()),
                                String.valueOf(judgement.code()),
                                cell(observation.requirement().operation()),
                                judgement.verdict().word(),
                                observation.startedAt().toString(),
                                cell(observation.place().toString()))
                        + "\r\n");
            }
        }
    }

    /**
     * On one line, with escapes for what a terminal or the log of a build would act upon. Quoted where it must be;
     * what a spreadsheet would take for a formula begins with an apostrophe.
     */
    private static String cell(String text) {
        var bounded = ServiceText.onOneLine(TruncatedText.text(text, 200));
        var harmless = !bounded.isEmpty() && "=+-@".indexOf(bounded.charAt(0)) >= 0 ? "'" + bounded : bounded;
        return harmless.indexOf(',') < 0 && harmless.indexOf('"') < 0
                ? harmless
                : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
