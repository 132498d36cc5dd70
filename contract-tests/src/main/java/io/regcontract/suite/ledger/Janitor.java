package io.regcontract.suite.ledger;

import io.regcontract.suite.ledger.CreatedResource.Sort;
import io.regcontract.suite.ledger.Ledger.Entry;
import io.regcontract.suite.transport.CallBlockedException;
import io.regcontract.suite.transport.TransportException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Removes what runs left behind: what is in their ledgers, and what has the prefix and is too old to belong to a run
 * that is still under way.
 */
final class Janitor {

    /** Names of other resources could begin with a shorter prefix. */
    private static final int SHORTEST_PREFIX = 6;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd't'HHmmss'z'");

    private final ResourceRemover remover;
    private final Path ledgers;
    private final String environment;
    private final String prefix;
    private final Optional<String> marker;
    private final Instant youngest;
    private final List<String> remarks = new ArrayList<>();

    /**
     * @param ledgers their directory
     * @param environment name of the profile
     * @param prefix what the names of all runs begin with
     * @param marker the setting that marks the application; it is never removed
     * @param timeToLive how old a thing has to be that no ledger speaks of
     * @throws IllegalArgumentException when the prefix is so short that other things could have it
     */
    Janitor(
            ResourceRemover remover,
            Path ledgers,
            String environment,
            String prefix,
            Optional<String> marker,
            Duration timeToLive,
            Instant now) {
        if (prefix.length() < SHORTEST_PREFIX) {
            throw new IllegalArgumentException(
                    "the prefix " + prefix + " is too short to tell the suite's things by. Write" + " at least "
                            + SHORTEST_PREFIX + " characters under names.prefix.");
        }
        this.remover = remover;
        this.ledgers = ledgers;
        this.environment = environment;
        this.prefix = prefix;
        this.marker = marker;
        this.youngest = now.minus(timeToLive);
    }

    /**
     * What was found.
     *
     * @param ledgers those that runs left
     * @param byName what no ledger speaks of, found by its name
     */
    record Found(List<OrphanedLedger> ledgers, List<Entry> byName) {
        Found {
            ledgers = List.copyOf(ledgers);
            byName = List.copyOf(byName);
        }

        int things() {
            return ledgers.stream().mapToInt(ledger -> ledger.open().size()).sum() + byName.size();
        }
    }

    /** Finds what runs left behind, and removes nothing. */
    Found find() {
        var left = OrphanedLedger.in(
                ledgers,
                environment,
                file -> remarks.add(file.getFileName() + " is that of a run under way, and is left alone"));
        var known = left.stream()
                .flatMap(ledger -> ledger.open().stream())
                .map(Entry::thing)
                .collect(Collectors.toUnmodifiableSet());
        return new Found(left, byName(known));
    }

    /** Removes what was found, with ledgers that become empty, and returns what could not be removed. */
    List<LeftoverResource> remove(Found found) {
        var leftovers = new ArrayList<LeftoverResource>();
        for (var ledger : found.ledgers()) {
            var left = remover.all(ledger.open(), gone -> {});
            if (left.isEmpty()) {
                ledger.delete();
            }
            leftovers.addAll(left);
        }
        leftovers.addAll(remover.all(found.byName(), gone -> {}));
        return leftovers;
    }

    /** What was left alone or could not be searched, for a person. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** @param known what is in ledgers */
    private List<Entry> byName(Set<CreatedResource> known) {
        var entries = new ArrayList<Entry>();
        BiConsumer<CreatedResource, Optional<String>> addIfOld = (thing, id) -> {
            if (thing.name().startsWith(prefix) && !known.contains(thing) && isOld(thing)) {
                entries.add(new Entry(0, thing, id));
            }
        };
        listed("clients", () -> remover.clients()
                .forEach((id, description) ->
                        addIfOld.accept(new CreatedResource(Sort.CLIENT, description, ""), Optional.of(id))));
        listed("entity types", () -> remover.types()
                .forEach(type -> addIfOld.accept(new CreatedResource(Sort.ENTITY_TYPE, type, ""), Optional.empty())));
        listed("accounts", () -> remover.records(ResourceDetector.USER, prefix)
                .forEach((uuid, email) -> addIfOld.accept(
                        new CreatedResource(Sort.RECORD, email, ResourceDetector.USER), Optional.of(uuid))));
        listed("settings", () -> remover.defaultSettings().stream()
                .filter(key -> !marker.equals(Optional.of(key)))
                .forEach(key -> addIfOld.accept(new CreatedResource(Sort.DEFAULT_SETTING, key, ""), Optional.empty())));
        return entries;
    }

    /** If one list fails, the others are still searched. */
    private void listed(String what, Runnable list) {
        try {
            list.run();
        } catch (TransportException | CallBlockedException e) {
            remarks.add(what + " could not be looked through by name: " + e.getMessage());
        }
    }

    private boolean isOld(CreatedResource thing) {
        var createdAt = createdAt(thing.name());
        if (createdAt.isEmpty()) {
            remarks.add("the " + thing + " bears the prefix and no time, and is left alone");
        } else if (createdAt.get().isAfter(youngest)) {
            remarks.add("the " + thing + " is younger than the time to live, and is left alone");
        }
        return createdAt.isPresent() && !createdAt.get().isAfter(youngest);
    }

    private Optional<Instant> createdAt(String name) {
        var time = Pattern.compile(Pattern.quote(prefix) + "(\\d{8}t\\d{6}z).*").matcher(name);
        try {
            return time.matches()
                    ? Optional.of(LocalDateTime.parse(time.group(1), TIME).toInstant(ZoneOffset.UTC))
                    : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
