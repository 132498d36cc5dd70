package io.regcontract.contract.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** Files that cannot be used. The message says where, which key, what is wrong and what to do. */
public final class YamlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public YamlException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order of the files; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
