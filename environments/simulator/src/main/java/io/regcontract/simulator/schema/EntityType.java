package io.regcontract.simulator.schema;

import io.regcontract.simulator.error.SimulatedErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A kind of record: its attributes in order, the reserved ones first.
 *
 * @param definitions all attributes, the reserved ones first
 * @param historySize how many passwords, the present one among them, may not be taken again; empty when history is off
 */
public record EntityType(
        String name,
        List<AttributeDefinition> definitions,
        OptionalInt historySize,
        List<ValidationRule> rules,
        List<TypeProperty> properties) {

    /** Attributes that every type has and clients cannot write. */
    public static final Set<String> RESERVED = Set.of("id", "uuid", "created", "lastUpdated");

    private static final List<AttributeDefinition> RESERVED_DEFINITIONS = List.of(
            new AttributeDefinition(
                    "id",
                    AttributeType.ID,
                    Optional.of("simple identifier for this entity"),
                    OptionalInt.empty(),
                    false,
                    Set.of(Constraint.UNIQUE),
                    List.of("primary-key"),
                    List.of()),
            new AttributeDefinition(
                    "uuid",
                    AttributeType.UUID,
                    Optional.of("globally unique identifier for this entity"),
                    OptionalInt.empty(),
                    false,
                    Set.of(Constraint.UNIQUE),
                    List.of("query"),
                    List.of()),
            AttributeDefinition.of("created", AttributeType.DATE_TIME)
                    .withDescription(Optional.of("when this entity was created")),
            AttributeDefinition.of("lastUpdated", AttributeType.DATE_TIME)
                    .withDescription(Optional.of("when this entity was last updated")));

    /** A type with the given attributes besides the reserved ones. */
    public static EntityType of(String name, List<AttributeDefinition> own) {
        var all = new ArrayList<>(RESERVED_DEFINITIONS);
        all.addAll(own);
        return new EntityType(name, List.copyOf(all), OptionalInt.empty(), List.of(), List.of());
    }

    /** Whether every type has the attribute and no client may write it. */
    public static boolean isReserved(String attributeName) {
        return RESERVED.contains(attributeName);
    }

    /** The attributes that are not reserved. */
    public List<AttributeDefinition> own() {
        return definitions.stream()
                .filter(definition -> !isReserved(definition.name()))
                .toList();
    }

    /** The attribute of that name at the top of the type. */
    public Optional<AttributeDefinition> definition(String attributeName) {
        return definitions.stream()
                .filter(definition -> definition.name().equals(attributeName))
                .findFirst();
    }

    /**
     * The definition a path leads to; element ids in the path play no part.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 223 when a step of the path names nothing
     */
    public AttributeDefinition definition(AttributePath path) {
        return find(path).orElseThrow(() -> UnknownAttributeError.at(path.withoutIds()));
    }

    /** The definition a path leads to, if it leads to one. */
    public Optional<AttributeDefinition> find(AttributePath path) {
        var found = definition(path.steps().get(0).name());
        for (var step : path.steps().subList(1, path.steps().size())) {
            found = found.flatMap(parent ->
                    parent.type() == AttributeType.PLURAL && step.name().equals("id")
                            ? Optional.of(AttributeDefinition.of("id", AttributeType.ID))
                            : parent.child(step.name()));
        }
        return found;
    }

    /** The same type with one attribute more. */
    public EntityType with(AttributeDefinition definition) {
        var more = new ArrayList<>(definitions);
        more.add(definition);
        return withDefinitions(List.copyOf(more));
    }

    /** The same type with one attribute more, at a place among the others or at their end. */
    public EntityType with(AttributeDefinition definition, int place) {
        var more = new ArrayList<>(definitions);
        more.add(Math.min(place, more.size()), definition);
        return withDefinitions(List.copyOf(more));
    }

    /** The same type without the attribute of that name at its top. */
    public EntityType without(String attributeName) {
        return withDefinitions(definitions.stream()
                .filter(definition -> !definition.name().equals(attributeName))
                .toList());
    }

    /**
     * The same type with the definition at the path changed, or taken away when the change gives nothing back.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 234 when the attribute is reserved, 223 when there is
     *     none
     */
    public EntityType changing(AttributePath path, UnaryOperator<Optional<AttributeDefinition>> change) {
        if (isReserved(path.steps().get(0).name())) {
            throw SimulatedErrorCode.RESERVED_ATTRIBUTE
                    .because("attribute is reserved and cannot be modified: " + path.withoutIds())
                    .with("attribute_name", path.withoutIds());
        }
        definition(path);
        return withDefinitions(changed(definitions, path.steps(), change));
    }

    /** The same type with another password history. */
    public EntityType withHistorySize(OptionalInt size) {
        return new EntityType(name, definitions, size, rules, properties);
    }

    /** The same type under other rules. */
    public EntityType withRules(List<ValidationRule> others) {
        return new EntityType(name, definitions, historySize, List.copyOf(others), properties);
    }

    /** The same type with other properties. */
    public EntityType withProperties(List<TypeProperty> others) {
        return new EntityType(name, definitions, historySize, rules, List.copyOf(others));
    }

    /** The same type with other attributes. */
    EntityType withDefinitions(List<AttributeDefinition> others) {
        return new EntityType(name, others, historySize, rules, properties);
    }

    private static List<AttributeDefinition> changed(
            List<AttributeDefinition> definitions,
            List<AttributePath.Step> steps,
            UnaryOperator<Optional<AttributeDefinition>> change) {
        var result = new ArrayList<AttributeDefinition>();
        for (var definition : definitions) {
            if (!definition.name().equals(steps.get(0).name())) {
                result.add(definition);
            } else if (steps.size() == 1) {
                change.apply(Optional.of(definition)).ifPresent(result::add);
            } else {
                result.add(definition.withChildren(
                        changed(definition.children(), steps.subList(1, steps.size()), change)));
            }
        }
        return List.copyOf(result);
    }
}
