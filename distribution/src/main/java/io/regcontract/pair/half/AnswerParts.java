package io.regcontract.pair.half;

import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.report.record.Exchange;
import io.regcontract.traffic.answer.AnsweredCode;
import io.regcontract.traffic.compare.AnswerShape;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the contract speaks of in one answer: its code, name and HTTP status, the form of its token, and which of the fields
 * that the contract knows it has, of what type. Nothing of ids, times and texts.
 *
 * @param code as text; {@code ok} for a success, {@code none} for what names no code, {@code no answer} where none came
 * @param parts the rest, by name
 */
public record AnswerParts(String code, SortedMap<String, String> parts) {

    /** The code of a success. */
    public static final String OK = "ok";

    private static final String FIELD = "field ";

    /** Told with their own names, or in a part of their own. */
    private static final Set<String> TOLD = Set.of("code", "error", "request_token", "request_id");

    private static final Set<String> ENVELOPE = Set.of("stat", "error_description");

    public AnswerParts {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /**
     * The parts of an answer.
     *
     * @param element where among the results of a success the error stands, as a JSON pointer; empty when it is the answer
     */
    static AnswerParts of(Exchange exchange, Optional<String> element, Contract contract) {
        if (exchange.response().isEmpty()) {
            return new AnswerParts("no answer", new TreeMap<>());
        }
        var response = exchange.response().get();
        var whole = Answer.of(
                response.status(),
                response.headers().stream()
                        .map(header -> new Answer.Header(header.name(), header.value()))
                        .toList(),
                response.body().getBytes(StandardCharsets.UTF_8));
        var answer = element.flatMap(whole::element).orElse(whole);
        return new AnswerParts(code(answer), spokenOf(answer, contract));
    }

    private static String code(Answer answer) {
        if (!answer.isError() && answer.isSuccess()) {
            return OK;
        }
        var code = AnsweredCode.of(answer);
        return code.isPresent() ? String.valueOf(code.getAsInt()) : "none";
    }

    private static SortedMap<String, String> spokenOf(Answer answer, Contract contract) {
        var known = new HashSet<>(ENVELOPE);
        contract.errors().forEach(error -> known.addAll(error.extraFields().keySet()));
        known.removeAll(TOLD);
        var parts = new TreeMap<String, String>();
        AnswerShape.of(answer).forEach((part, form) -> {
            if (!part.startsWith(FIELD) || known.contains(part.substring(FIELD.length()))) {
                parts.put(part, form);
            }
        });
        return parts;
    }
}
