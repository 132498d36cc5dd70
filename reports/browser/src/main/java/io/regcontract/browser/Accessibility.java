package io.regcontract.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe-core finds wrong with the page that a browser shows. */
public final class Accessibility {

    private static final String ASK =
            """
            const done = arguments[arguments.length - 1];
            axe.run().then(result => done(result.violations
                .filter(violation => ['serious', 'critical'].includes(violation.impact))
                .map(violation => violation.id + ': ' + violation.nodes.map(node => node.html).slice(0, 3).join(' | '))),
              error => done([String(error)]));
            """;

    private Accessibility() {}

    /** The serious and critical findings, each with up to three of the elements concerned. */
    @SuppressWarnings("unchecked") // The script gives a list of texts.
    public static List<String> seriousProblems(Browser browser) {
        try (var axe = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            if (axe == null) {
                throw new IllegalStateException("axe-core is not on the class path");
            }
            browser.driver().executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return (List<String>) browser.driver().executeAsyncScript(ASK);
    }
}
