package io.regcontract.traffic.scope;

import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operations;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What belongs to the API: the paths of its operations, at the hosts that are asked for. Immutable. */
public final class ApiScope {

    private final Map<String, Operation> byPath = new HashMap<>();
    private final Set<String> paths = new HashSet<>();
    private final List<HostGlob> hosts;
    private final String basePath;

    /**
     * @param hosts empty: any host
     * @param basePath what stands before the paths of the operations, without a slash at its end; empty as a rule
     */
    public ApiScope(Operations operations, List<HostGlob> hosts, String basePath) {
        this.hosts = List.copyOf(hosts);
        this.basePath = basePath;
        operations.forEach(operation -> {
            byPath.put(basePath + operation.path(), operation);
            paths.add(operation.path());
        });
    }

    /** What an address is to the API. */
    public sealed interface Place {

        /**
         * It belongs to something else.
         *
         * @param authority empty where it is no address of HTTP
         * @param likeAnOperation whether its path ends as that of an operation, so that host or base path may be wrong
         */
        record Foreign(String authority, boolean likeAnOperation) implements Place {}

        /** It is at a host that was asked for, and the contract has no operation there. */
        record NoOperation(Address address) implements Place {}

        /** It is an operation. */
        record AtOperation(Operation operation, Address address) implements Place {}
    }

    /** Finds out what an address is to the API. */
    public Place placeOf(String url) {
        return Address.parse(url).<Place>map(this::placeOf).orElseGet(() -> new Place.Foreign("", false));
    }

    private Place placeOf(Address address) {
        var operation = Optional.ofNullable(byPath.get(address.path()));
        if (hosts.isEmpty()) {
            return operation
                    .<Place>map(known -> new Place.AtOperation(known, address))
                    .orElseGet(() -> foreign(address));
        }
        if (hosts.stream().noneMatch(host -> host.matches(address))
                || !address.path().startsWith(basePath + "/")) {
            return foreign(address);
        }
        return operation
                .<Place>map(known -> new Place.AtOperation(known, address))
                .orElseGet(() -> new Place.NoOperation(address));
    }

    private Place foreign(Address address) {
        var path = address.path();
        for (int slash = 0; slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (paths.contains(path.substring(slash))) {
                return new Place.Foreign(address.authority(), true);
            }
        }
        return new Place.Foreign(address.authority(), false);
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
