package io.regcontract.report.render;

import java.io.IOException;
import java.io.Writer;

/** All request tokens of a run in one CSV: what support can look up, for whatever comes up later. */
public final class TokenList implements Rendering {

    @Override
    public String fileName() {
        return "tokens.csv";
    }

    @Override
    public void write(Story story, Writer out) throws IOException {
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

    /** Quoted where it must be; what a spreadsheet would take for a formula begins with an apostrophe. */
    private static String cell(String text) {
        var bounded = Bounded.text(text, 200);
        var harmless = !bounded.isEmpty() && "=+-@\t\r".indexOf(bounded.charAt(0)) >= 0 ? "'" + bounded : bounded;
        return isPlain(harmless) ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            if ("\",\r\n".indexOf(text.charAt(index)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
