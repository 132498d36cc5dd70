package io.regcontract.traffic.compare;

import java.util.List;

/**
 * Something of the contract that two recordings show differently.
 *
 * @param operation path
 * @param code that the answers name; {@code success}, or {@code no code}
 * @param about what differs: {@code seen}, {@code status}, {@code content type}, {@code body}, {@code name}, {@code token},
 *     or {@code field} and a name
 * @param before every form that it had, or {@code absent}
 * @param after the same of the other recording
 * @param answersBefore how many answers of the kind there were
 * @param answersAfter the same of the other recording
 */
public record TrafficDifference(
        String operation,
        String code,
        String about,
        List<String> before,
        List<String> after,
        long answersBefore,
        long answersAfter) {}
