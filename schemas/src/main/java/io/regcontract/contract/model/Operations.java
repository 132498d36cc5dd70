package io.regcontract.contract.model;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The operations that the contract knows, in the order of {@code operations.yaml}. */
public final class Operations implements Iterable<Operation> {

    private final List<Operation> all;
    private final List<CommonError> everywhere;

    public Operations(List<Operation> all, List<CommonError> everywhere) {
        this.all = List.copyOf(all);
        this.everywhere = List.copyOf(everywhere);
    }

    /** These with another operation at its path. */
    public Operations with(Operation operation) {
        return new Operations(
                all.stream()
                        .map(known -> known.path().equals(operation.path()) ? operation : known)
                        .toList(),
                everywhere);
    }

    /** All of them. */
    public List<Operation> all() {
        return all;
    }

    /** The operation at this path, with its leading slash. */
    public Optional<Operation> find(String path) {
        return all.stream().filter(operation -> operation.path().equals(path)).findFirst();
    }

    /** The operations of one group, such as {@code entityType}. */
    public List<Operation> group(String name) {
        return all.stream().filter(operation -> operation.group().equals(name)).toList();
    }

    /**
     * Every error that an operation is known to give: its own, those that any operation like it can give, and those that follow from the types of its
     * parameters. By code; what the operation says itself goes before what holds for many.
     */
    public List<Operation.KnownError> errorsOf(Operation operation) {
        SortedMap<Integer, Operation.KnownError> errors = new TreeMap<>();
        operation.parameters().stream()
                .flatMap(Operations::errorsOf)
                .forEach(error -> errors.putIfAbsent(error.code(), error));
        everywhere.stream()
                .filter(common -> common.needs().met(operation))
                .forEach(common -> errors.put(common.error().code(), common.error()));
        operation.errors().forEach(own -> errors.put(own.code(), own));
        return List.copyOf(errors.values());
    }

    private static Stream<Operation.KnownError> errorsOf(Operation.Parameter parameter) {
        Stream<Operation.KnownError> missing = parameter.required() instanceof Operation.Requirement.No
                ? Stream.empty()
                : Stream.of(parameter.whenMissing());
        return Stream.concat(
                missing,
                parameter.wrongValues().stream()
                        .map(wrong -> new Operation.KnownError(
                                wrong.code(), wrong.evidence(), parameter.name() + ": " + wrong.because())));
    }

    /** An error that any operation can give, if it has what the error needs. */
    public record CommonError(Operation.KnownError error, Needs needs) {}

    /** What an operation must have before an error can arise in it. */
    public enum Needs {
        NOTHING {
            @Override
            boolean met(Operation operation) {
                return true;
            }
        },
        PARAMETER {
            @Override
            boolean met(Operation operation) {
                return !operation.parameters().isEmpty();
            }
        },
        REQUIRED_PARAMETER {
            @Override
            boolean met(Operation operation) {
                return operation.parameters().stream()
                        .anyMatch(parameter -> !(parameter.required() instanceof Operation.Requirement.No));
            }
        },
        CLIENT {
            @Override
            boolean met(Operation operation) {
                return !operation.credentials().contains(Operation.Credential.NONE);
            }
        };

        abstract boolean met(Operation operation);
    }

    @Override
    public Iterator<Operation> iterator() {
        return all.iterator();
    }
}
