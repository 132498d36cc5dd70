package io.regcontract.simulator.change;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.client.AccessType;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.AttributeDefinitions;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.Constraint;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.schema.Visibility;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Changes the entity types of an application while it is in use. */
public final class SchemaChanges {

    private final Application application;

    /** The changes of an application's types. */
    public SchemaChanges(Application application) {
        this.application = application;
    }

    /**
     * The type of that name.
     *
     * @throws RefusedChangeException when there is none
     */
    public EntityType type(String name) {
        return application
                .entityTypes()
                .find(name)
                .orElseThrow(() -> RefusedChangeException.notThere(
                        "The application " + application.name() + " has no type \"" + name + "\"."))
                .type();
    }

    /**
     * Adds a type.
     *
     * @param definitions as entityType.create takes them
     * @throws RefusedChangeException when the name is taken, or the definitions are none
     */
    public EntityType add(String name, JsonNode definitions) {
        var type = RefusedChangeException.refusing(
                () -> EntityType.of(name, new AttributeDefinitions("attributes").list(definitions)));
        if (!application.entityTypes().addIfAbsent(type)) {
            throw new RefusedChangeException("There is a type \"" + name + "\" already.");
        }
        return type;
    }

    /** Removes a type with its records. */
    public void remove(EntityType type) {
        application.entityTypes().delete(type);
    }

    /**
     * Adds an attribute at the top of a type.
     *
     * @param definition as entityType.addAttribute takes it
     * @throws RefusedChangeException when the name is taken, or the definition is none
     */
    public void addAttribute(EntityType type, JsonNode definition) {
        var added = RefusedChangeException.refusing(() -> new AttributeDefinitions("attribute").one(definition));
        if (type.definition(added.name()).isPresent()) {
            throw new RefusedChangeException(
                    "The type " + type.name() + " has an attribute \"" + added.name() + "\" already.");
        }
        change(type.with(added));
    }

    /**
     * Removes an attribute with its values in all records.
     *
     * @throws RefusedChangeException when there is none, or it is reserved
     */
    public void removeAttribute(EntityType type, AttributePath attribute) {
        var changed = changing(type, attribute, definition -> Optional.empty());
        RefusedChangeException.refusing(
                () -> application.entityTypes().records(type.name()).forget(attribute));
        change(changed);
    }

    /**
     * Adds constraints to an attribute and takes others away; values that are there stay as they are.
     *
     * @throws RefusedChangeException when there is no such attribute, or records break a new unique constraint
     */
    public void constrain(EntityType type, AttributePath attribute, List<Constraint> add, List<Constraint> take) {
        change(changing(
                type,
                attribute,
                definition -> definition.map(old -> {
                    var constraints = new LinkedHashSet<>(old.constraints());
                    take.forEach(constraints::remove);
                    constraints.addAll(add);
                    return old.withConstraints(constraints);
                })));
    }

    /**
     * Bounds the length of an attribute's values, in characters, or takes the bound away.
     *
     * @throws RefusedChangeException when there is no such attribute
     */
    public void limitLength(EntityType type, AttributePath attribute, OptionalInt most) {
        change(changing(
                type,
                attribute,
                definition -> definition.map(old -> new AttributeDefinition(
                        old.name(),
                        old.type(),
                        old.description(),
                        most,
                        old.caseSensitive(),
                        old.constraints(),
                        old.features(),
                        old.children()))));
    }

    /** Sets how many passwords may not be taken again; empty switches the history off. */
    public void remember(EntityType type, OptionalInt passwords) {
        change(type.withHistorySize(passwords));
    }

    /**
     * Hides an attribute from a client, for reading and for writing, by access schemas of the client.
     *
     * @throws RefusedChangeException when there is no such attribute, or it is reserved
     */
    public void hide(EntityType type, AttributePath attribute, Client client) {
        changing(type, attribute, definition -> definition);
        var schemas = application.accessSchemas();
        for (var access : AccessType.values()) {
            var now = schemas.of(type.name(), client, access);
            if (!now.equals(Visibility.NOTHING)) {
                schemas.set(type.name(), client, access, now.without(type, attribute));
            }
        }
    }

    /** Takes the access schemas of a client for a type away, so that nothing of the type is hidden from it. */
    public void showAll(EntityType type, Client client) {
        application.accessSchemas().forget(type.name(), client);
    }

    /**
     * The path to an attribute.
     *
     * @throws RefusedChangeException when the text is none
     */
    public static AttributePath path(String text) {
        return AttributePath.parse(text)
                .orElseThrow(() -> new RefusedChangeException("\"" + text
                        + "\" is no path to an attribute; write one such as givenName or primaryAddress.city."));
    }

    private static EntityType changing(
            EntityType type, AttributePath attribute, UnaryOperator<Optional<AttributeDefinition>> change) {
        if (type.find(attribute).isEmpty()) {
            throw RefusedChangeException.notThere(
                    "The type " + type.name() + " has no attribute " + attribute.withoutIds() + ".");
        }
        return RefusedChangeException.refusing(() -> type.changing(attribute, change));
    }

    private void change(EntityType changed) {
        RefusedChangeException.refusing(() -> application.entityTypes().change(changed));
    }
}
