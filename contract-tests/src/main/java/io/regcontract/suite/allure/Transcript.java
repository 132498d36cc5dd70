package io.regcontract.suite.allure;

import io.regcontract.check.answer.Answer;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.observe.Observation;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Exchanges as text: a script that repeats them, with what was answered below each call, as a comment. */
final class Transcript {

    private static final int LONGEST_ANSWER = 4_000;
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)}");

    private Transcript() {}

    /** All that was sent, and what came back. */
    static String of(Observation observation) {
        var calls = observation.exchanges().stream().map(Transcript::call).collect(Collectors.joining());
        var variables = VARIABLE.matcher(calls)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        return "#!/bin/sh\n" + commented(observation.requirement().id())
                + commented("When " + observation.requirement().condition())
                + (variables.isEmpty()
                        ? ""
                        : commented("Secrets, to be set before, or to be taken from an answer above their use: "
                                + String.join(" ", variables)))
                + calls;
    }

    private static String call(Exchange exchange) {
        return "\n" + commented(exchange.role().word()) + ServiceText.inLines(exchange.curl()) + "\n"
                + commented(exchange.response().map(Transcript::told).orElse("no answer"));
    }

    private static String told(Exchange.Response response) {
        var text = answer(response).strip();
        return ServiceText.inLines(
                text.length() <= LONGEST_ANSWER
                        ? text
                        : ServiceText.start(text, LONGEST_ANSWER) + "… (" + text.length()
                                + " characters; the run record has more of them)");
    }

    /** A line of somebody else's text that does not begin with the sign of a comment would be run. */
    private static String commented(String text) {
        return text.lines().map(line -> ("# " + line).stripTrailing() + "\n").collect(Collectors.joining());
    }

    /** The request as it was sent. */
    static String request(Exchange exchange) {
        return ServiceText.inLines(exchange.method() + " " + exchange.url() + "\n" + headers(exchange.headers()) + "\n"
                + exchange.body().replace("&", "\n&") + "\n\n" + exchange.curl() + "\n");
    }

    /** The answer as it came, but for what a terminal or the log of a build would act upon. */
    static String answer(Exchange.Response response) {
        return ServiceText.inLines("HTTP " + response.status() + "\n" + headers(response.headers()) + "\n"
                + response.body() + (response.truncated() ? "\n(truncated)" : "") + "\n");
    }

    private static String headers(List<Answer.Header> headers) {
        return headers.stream()
                .map(header -> header.name() + ": " + header.value() + "\n")
                .collect(Collectors.joining());
    }
}
