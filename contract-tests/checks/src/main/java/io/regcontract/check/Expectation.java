package io.regcontract.check;

import io.regcontract.contract.Contract;
import io.regcontract.contract.DocumentedError;
import io.regcontract.contract.ErrorCode;
import java.util.Map;
import java.util.Optional;

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
 */
public record Expectation(
        Contract contract,
        DocumentedError error,
        String operation,
        int status,
        Map<String, String> fields,
        Optional<String> literal) {

    /** Any value at all. */
    public static final String ANY = "*";

    public Expectation {
        fields = Map.copyOf(fields);
    }

    /** An error of this code from an operation, answered with HTTP 200, and nothing more. */
    public static Expectation of(Contract contract, ErrorCode code, String operation) {
        return new Expectation(contract, contract.error(code), operation, 200, Map.of(), Optional.empty());
    }
}
