package io.regcontract.simulator.application;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.EntityType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Changes schemas past the API, as somebody does who is no caller, so that each change can be taken back by itself,
 * whatever other ones are in force: what is set aside can still be changed. The caller holds the application's lock.
 */
public final class OutsideSchemaChanges {

    private final EntityTypes types;
    private final Map<String, RecordRepository> typesAside = new HashMap<>();
    private final Map<Attribute, AttributeDefinition> attributesAside = new HashMap<>();
    /** The order in which attributes stood before the first of those was set aside that are aside now. */
    private final Map<RecordRepository, List<String>> orders = new HashMap<>();

    private final Set<String> amended = new HashSet<>();

    /** A top attribute of the records of a type; another type of the same name has other records. */
    private record Attribute(RecordRepository records, String name) {}

    OutsideSchemaChanges(EntityTypes types) {
        this.types = types;
    }

    /**
     * Takes a type away with its records, and keeps both.
     *
     * @return false when there is no such type
     */
    public boolean setAside(String typeName) {
        var book = types.takeAway(typeName);
        book.ifPresent(taken -> typesAside.put(typeName, taken));
        return book.isPresent();
    }

    /**
     * Brings a type back with its records.
     *
     * @return false when there is another one of that name; nothing has changed then
     */
    public boolean bringBack(String typeName) {
        return Optional.ofNullable(typesAside.remove(typeName))
                .filter(types::bringBack)
                .isPresent();
    }

    /** Forgets a type that was set aside, because there is a new one of that name. */
    void forget(String typeName) {
        typesAside.remove(typeName);
    }

    /** The records of a type, also of one that was set aside. */
    public Optional<RecordRepository> records(String typeName) {
        return types.find(typeName).or(() -> Optional.ofNullable(typesAside.get(typeName)));
    }

    /**
     * Takes an attribute out of a type. The records keep its values, which nobody sees.
     *
     * @param name of an attribute at the top of the type
     * @return puts it back, unless there is another one of that name; empty when it is not there or is reserved
     */
    public Optional<Runnable> setAside(String typeName, String name) {
        var book = types.find(typeName);
        var definition = book.flatMap(found -> found.type().definition(name));
        if (definition.isEmpty() || EntityType.isReserved(name)) {
            return Optional.empty();
        }
        var type = book.get().type();
        var attribute = new Attribute(book.get(), name);
        if (!apply(book.get(), type.without(name))) {
            return Optional.empty();
        }
        attributesAside.put(attribute, definition.get());
        orders.computeIfAbsent(book.get(), unused -> names(type));
        return Optional.of(() -> bringBack(typeName, attribute));
    }

    /**
     * Makes room for a new attribute at the top of a type: what records still hold of one of that name that was set
     * aside is forgotten, and that one does not come back.
     */
    public void makeRoom(RecordRepository book, String name) {
        if (takeOut(new Attribute(book, name)).isPresent()) {
            AttributePath.parse(name).ifPresent(book::forget);
        }
    }

    private void bringBack(String typeName, Attribute attribute) {
        var place = place(attribute);
        var aside = takeOut(attribute);
        records(typeName)
                .filter(book -> book == attribute.records())
                .filter(book -> book.type().definition(attribute.name()).isEmpty())
                .ifPresent(
                        book -> aside.ifPresent(kept -> apply(book, book.type().with(kept, place))));
    }

    private Optional<AttributeDefinition> takeOut(Attribute attribute) {
        var aside = Optional.ofNullable(attributesAside.remove(attribute));
        if (attributesAside.keySet().stream().noneMatch(other -> other.records() == attribute.records())) {
            orders.remove(attribute.records());
        }
        return aside;
    }

    /** The place behind the last attribute that is there and stood before it; the end for one that came later. */
    private int place(Attribute attribute) {
        var order = orders.getOrDefault(attribute.records(), List.of());
        var names = names(attribute.records().type());
        int stood = order.indexOf(attribute.name());
        return stood < 0
                ? names.size()
                : 1
                        + order.subList(0, stood).stream()
                                .mapToInt(names::indexOf)
                                .max()
                                .orElse(-1);
    }

    private static List<String> names(EntityType type) {
        return type.definitions().stream().map(AttributeDefinition::name).toList();
    }

    /**
     * Changes a part of the definition of an attribute.
     *
     * @param part what of the definition is changed; two changes of the same part do not go together
     * @param change the definition as it is to be
     * @param back takes the change out of a definition that may have changed otherwise since
     * @return takes it back; empty when the records do not allow it, nothing would change, or the part is changed by
     *     another such change
     */
    public Optional<Runnable> amend(
            String typeName,
            AttributePath path,
            String part,
            UnaryOperator<AttributeDefinition> change,
            UnaryOperator<AttributeDefinition> back) {
        var book = types.find(typeName);
        var key = typeName + " " + path.withoutIds() + " " + part;
        var present = book.flatMap(found -> found.type().find(path));
        if (present.isEmpty() || change.apply(present.get()).equals(present.get()) || !amended.add(key)) {
            return Optional.empty();
        }
        if (!amend(book.get(), path, change)) {
            amended.remove(key);
            return Optional.empty();
        }
        return Optional.of(() -> {
            amended.remove(key);
            records(typeName).filter(now -> now == book.get()).ifPresent(now -> amend(now, path, back));
        });
    }

    private boolean amend(RecordRepository book, AttributePath path, UnaryOperator<AttributeDefinition> change) {
        var top = new Attribute(book, path.steps().get(0).name());
        var aside = attributesAside.get(top);
        if (book.type().find(path).isPresent()) {
            return apply(book, book.type().changing(path, old -> old.map(change)));
        }
        if (aside != null && path.steps().size() == 1) {
            attributesAside.put(top, change.apply(aside));
            return true;
        }
        return false;
    }

    /**
     * Changes a type as a whole.
     *
     * @param change the type as it is to be
     * @return false when there is no such type, or its records do not allow the change; nothing has changed then
     */
    public boolean change(String typeName, UnaryOperator<EntityType> change) {
        return records(typeName)
                .filter(book -> apply(book, change.apply(book.type())))
                .isPresent();
    }

    private boolean apply(RecordRepository book, EntityType changed) {
        try {
            if (typesAside.get(changed.name()) == book) {
                book.changeType(changed);
            } else {
                types.change(changed);
            }
            return true;
        } catch (ApiErrorException recordsBreakIt) {
            return false;
        }
    }
}
