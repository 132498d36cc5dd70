package io.regcontract.traffic.scope;

import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What belongs to the API: the paths of its operations, at the hosts that are asked for. Immutable. */
public final class ApiScope {

    private final Map<String, Operation> byPath = new HashMap<>();
    private final List<HostGlob> hosts;
    private final String basePath;

    /**
     * @param hosts empty: any host
     * @param basePath what stands before the paths of the operations, without a slash at its end; empty as a rule
     */
    public ApiScope(Operations operations, List<HostGlob> hosts, String basePath) {
        this.hosts = List.copyOf(hosts);
        this.basePath = basePath;
        operations.forEach(operation -> byPath.put(basePath + operation.path(), operation));
    }

    /** What an address is to the API. */
    public sealed interface Place {

        /** It belongs to something else. */
        record Foreign() implements Place {}

        /** It is at a host that was asked for, and the contract has no operation there. */
        record NoOperation(Address address) implements Place {}

        /** It is an operation. */
        record AtOperation(Operation operation, Address address) implements Place {}
    }

    /** Finds out what an address is to the API. */
    public Place placeOf(String url) {
        return Address.parse(url).<Place>map(this::placeOf).orElseGet(Place.Foreign::new);
    }

    private Place placeOf(Address address) {
        var operation = Optional.ofNullable(byPath.get(address.path()));
        if (hosts.isEmpty()) {
            return operation
                    .<Place>map(known -> new Place.AtOperation(known, address))
                    .orElseGet(Place.Foreign::new);
        }
        if (hosts.stream().noneMatch(host -> host.matches(address))
                || !address.path().startsWith(basePath + "/")) {
            return new Place.Foreign();
        }
        return operation
                .<Place>map(known -> new Place.AtOperation(known, address))
                .orElseGet(() -> new Place.NoOperation(address));
    }

    /** In words for a person. */
    @Override
    public String toString() {
        var where = hosts.isEmpty()
                ? "any host"
                : String.join(", ", hosts.stream().map(HostGlob::toString).toList());
        return basePath.isEmpty() ? where : where + ", below " + basePath;
    }
}
