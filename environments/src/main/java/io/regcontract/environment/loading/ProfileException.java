package io.regcontract.environment.loading;

import io.regcontract.contract.yaml.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A profile that cannot be used. The message says where, which key, what is wrong and what to do, and no secret. */
public final class ProfileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    ProfileException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order of the file; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
