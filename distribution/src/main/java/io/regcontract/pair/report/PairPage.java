package io.regcontract.pair.report;

import static io.regcontract.page.PageMarkup.chip;
import static io.regcontract.page.PageMarkup.fact;

import io.regcontract.page.PageSummary;
import io.regcontract.page.ReportPage;
import io.regcontract.pair.compare.PairState;
import io.regcontract.pair.half.Half;
import io.regcontract.pair.judge.PairDecision;
import java.io.IOException;
import java.util.List;

/** {@code index.html}: the page of a pair. */
final class PairPage {

    private final PairDecision decision;

    private PairPage(PairDecision decision) {
        this.decision = decision;
    }

    static String text(PairDecision decision) throws IOException {
        return new PairPage(decision).text();
    }

    private String text() throws IOException {
        return ReportPage.text(
                "pair",
                "Does NEW keep what OLD keeps?",
                new PageSummary(subject(), answer(), tone(), decision.sentence(), counts(), facts()),
                new PageParts(decision).sections());
    }

    private String subject() {
        return decision.old().name() + " and " + decision.now().name();
    }

    private String answer() {
        return switch (decision.outcome()) {
            case PASS -> "Yes.";
            case CONTRACT -> "No. Something that OLD keeps is lost.";
            case USAGE -> "Not known. The call, a profile or the policy is wrong.";
            case INCONCLUSIVE -> "Not known. An environment was unfit.";
            case INCOMPLETE -> "Not known. Not all of it was observed in both.";
            case LEAK -> "Not known. Something was left behind.";
        };
    }

    private String tone() {
        return switch (decision.outcome()) {
            case PASS -> "pass";
            case CONTRACT, USAGE, LEAK -> "contract";
            case INCONCLUSIVE, INCOMPLETE -> "incomplete";
        };
    }

    private String counts() {
        var counts = new StringBuilder();
        for (var state : PairState.values()) {
            long number = decision.comparison().count(state);
            if (state == PairState.DIFFERS) {
                long lost = decision.comparison().lost();
                counts.append(counted(lost, "lost")).append(counted(number - lost, "differ without loss"));
            } else {
                counts.append(counted(number, state.words()));
            }
        }
        return counts.toString();
    }

    private static String counted(long number, String words) {
        return number == 0 ? "" : chip("<b>" + number + "</b> " + words);
    }

    private String facts() {
        var facts = new StringBuilder();
        facts.append(fact(
                "Verdict",
                decision.outcome().word() + " (exit " + decision.outcome().exitCode() + ")"));
        for (var half : List.of(decision.old(), decision.now())) {
            facts.append(fact(half.side().name(), HalfText.of(half)))
                    .append(fact(half.side() + " by its own gate", gate(half)));
        }
        return facts.toString();
    }

    private static String gate(Half half) {
        return half.decision().outcome().word() + ": " + half.decision().sentence();
    }
}
