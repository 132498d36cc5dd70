package io.regcontract.suite.transport;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.contract.text.ServiceText;
import java.io.IOException;
import java.util.Set;

/** Rejects what is no whole answer of the service: truncated answers, and those of a proxy in front of it. */
final class AnswerSanity {

    /** Statuses with which a proxy reports that the service is down or overloaded. */
    private static final Set<Integer> GATEWAY = Set.of(429, 502, 503, 504);

    /** Redirects come from something in front of the service: its own codes are never HTTP statuses in this range. */
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private AnswerSanity() {}

    /**
     * Without a length, an answer that ends with the connection may be truncated. If it is not valid JSON either, it is
     * rejected.
     *
     * @throws IOException when it is rejected
     */
    static void rejectTruncatedAnswer(Answer answer) throws IOException {
        if (answer.header("Content-Length")
                        .filter(length -> length.matches("\\d+"))
                        .isEmpty()
                && answer.header("Transfer-Encoding").isEmpty()
                && !(answer.json() instanceof Body.Json)) {
            throw new IOException("the connection ended in the middle of an answer that does not say how long it is");
        }
    }

    /**
     * Rejects an answer that something in front of the service gave or compressed.
     *
     * @throws TransportException when it is rejected
     */
    static void rejectGatewayAnswer(Answer answer) {
        var coding = answer.header("Content-Encoding").map(String::strip).orElse("");
        if (!coding.isEmpty() && !coding.equalsIgnoreCase("identity") && !(answer.json() instanceof Body.Json)) {
            throw new PackedAnswer(ServiceText.bounded(coding));
        }
        if (REDIRECTS.contains(answer.status())) {
            throw new TransportException("HTTP " + answer.status() + " to "
                    + ServiceText.bounded(answer.header("Location").orElse("nowhere"))
                    + ": something in front of the service sends calls elsewhere");
        }
        if (GATEWAY.contains(answer.status()) && !(answer.json() instanceof Body.Json)) {
            throw new TransportException("HTTP " + answer.status()
                    + " without JSON: something in front of the service answered in its place");
        }
    }
}
