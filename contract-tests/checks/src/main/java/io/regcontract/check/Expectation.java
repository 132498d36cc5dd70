package io.regcontract.check;

import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.DocumentedError;
import io.regcontract.contract.model.ErrorCode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one answer is expected to be. Everything that is true of every answer with this code comes from the contract;
 * only what belongs to the condition that was driven is said here.
 *
 * @param contract the contract
 * @param error the documented error the driven condition leads to
 * @param operation path of the operation that was called
 * @param status HTTP status
 * @param fields extra fields this condition is known to carry, by name, with the value each must have; {@link #ANY}
 *     where only its presence is promised
 * @param literal text the documentation promises to the letter
 * @param holding every error whose condition holds, where that is more than one; empty otherwise
 * @param element where in a success the error stands, as a JSON pointer; empty when it is the answer
 */
public record Expectation(
        Contract contract,
        DocumentedError error,
        String operation,
        int status,
        Map<String, String> fields,
        Optional<String> literal,
        Set<ErrorCode> holding,
        Optional<String> element) {

    /** Any value at all. */
    public static final String ANY = "*";

    public Expectation {
        fields = Map.copyOf(fields);
        holding = Collections.unmodifiableSet(new TreeSet<>(holding));
    }

    /** An error that is the answer, of the one condition that holds. */
    public Expectation(
            Contract contract,
            DocumentedError error,
            String operation,
            int status,
            Map<String, String> fields,
            Optional<String> literal) {
        this(contract, error, operation, status, fields, literal, Set.of(), Optional.empty());
    }

    /** An error of this code from an operation, answered with HTTP 200, and nothing more. */
    public static Expectation of(Contract contract, ErrorCode code, String operation) {
        return new Expectation(contract, contract.error(code), operation, 200, Map.of(), Optional.empty());
    }

    /** The same, where the conditions of other errors hold as well: any of them is right, and no other. */
    public Expectation alsoHolding(Set<ErrorCode> others) {
        var all = new TreeSet<>(others);
        all.add(error.code());
        return new Expectation(
                contract, error, operation, status, fields, literal, others.isEmpty() ? Set.of() : all, element);
    }

    /** The same, where the error stands somewhere in a success. */
    public Expectation within(Optional<String> pointer) {
        return new Expectation(contract, error, operation, status, fields, literal, holding, pointer);
    }

    /** The same, for another error. What only the condition of this one is known to carry is not asked of the other. */
    Expectation as(DocumentedError other) {
        return other.equals(error)
                ? this
                : new Expectation(contract, other, operation, status, Map.of(), literal, holding, element);
    }

    /**
     * The expectation that an answer has to meet: where several conditions hold, that of the one it names, by its code or,
     * where that is wrong, by its name. An answer that names none of them is held against the first.
     */
    Expectation forAnsweredCondition(Answer answer) {
        if (holding.isEmpty()) {
            return this;
        }
        return answer.code()
                .flatMap(ErrorCode::of)
                .filter(holding::contains)
                .or(() -> answer.text("error").flatMap(this::holdingNamed))
                .map(code -> as(contract.error(code)))
                .orElse(this);
    }

    private Optional<ErrorCode> holdingNamed(String name) {
        return holding.stream()
                .filter(code -> contract.error(code).name().equals(name))
                .findFirst();
    }

    /** Whether an answer shows that the operation succeeded, and the part of it that is driven succeeded too. */
    public boolean isMetWithSuccess(Answer answer) {
        return answer.isSuccess()
                && element.flatMap(answer::element).filter(Answer::isError).isEmpty();
    }
}
