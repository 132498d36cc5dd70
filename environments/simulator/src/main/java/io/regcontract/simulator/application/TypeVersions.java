package io.regcontract.simulator.application;

import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.store.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What entity types were before they were changed, up to a number of changes. */
public final class TypeVersions {

    private static final int MOST = 20;

    private final Table<Past> table;

    /**
     * The versions of one type.
     *
     * @param versions the oldest first
     */
    public record Past(List<Version> versions) {}

    /** A type, and since when it was so. */
    public record Version(Instant since, EntityType type) {}

    TypeVersions(Table<Past> table) {
        this.table = table;
    }

    void add(EntityType type, Instant now) {
        var versions =
                new ArrayList<>(table.get(type.name()).map(Past::versions).orElseGet(List::of));
        versions.add(new Version(now, type));
        table.put(
                type.name(),
                new Past(List.copyOf(versions.subList(Math.max(0, versions.size() - MOST), versions.size()))));
    }

    /** What a type was at a time; empty when it was not there, or has changed too often since. */
    public Optional<EntityType> asOf(String typeName, Instant time) {
        return table.get(typeName).flatMap(past -> past.versions().stream()
                .filter(version -> !version.since().isAfter(time))
                .reduce((earlier, later) -> later)
                .map(Version::type));
    }
}
