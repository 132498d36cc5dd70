package io.regcontract.contract;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The operations that the contract knows, in the order of {@code operations.yaml}. */
public final class Operations implements Iterable<Operation> {

    private final List<Operation> all;

    Operations(List<Operation> all) {
        this.all = List.copyOf(all);
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

    @Override
    public Iterator<Operation> iterator() {
        return all.iterator();
    }
}
