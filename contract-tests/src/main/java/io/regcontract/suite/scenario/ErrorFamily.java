package io.regcontract.suite.scenario;

import io.regcontract.check.Expectation;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.environment.Capability;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.tenant.Tenant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Requirements that belong together, written as sentences in an instance initialiser:
 * {@code prove(code, case).on(operation).when(condition).given(set-up).drive(call).twin(call)}.
 */
public abstract class ErrorFamily {

    private final List<Scenario<?>> scenarios = new ArrayList<>();

    /** The scenarios of the family, in the order they are written. */
    public final List<Scenario<?>> scenarios() {
        return List.copyOf(scenarios);
    }

    /** Begins a requirement. The case is part of its id, for life. */
    protected final RequirementBuilder prove(ErrorCode code, String slug) {
        return new RequirementBuilder(code, slug);
    }

    /** Builds a requirement from its code and case. */
    public final class RequirementBuilder {
        private final ErrorCode code;
        private final String slug;
        private String operation = "";
        private String condition = "";
        private Optional<String> reading = Optional.empty();
        private String source = "";
        private final Set<Capability> needs = EnumSet.noneOf(Capability.class);
        private final Map<String, String> fields = new LinkedHashMap<>();
        private Optional<String> literal = Optional.empty();
        private final Set<ErrorCode> alsoHolding = EnumSet.noneOf(ErrorCode.class);
        private Optional<String> element = Optional.empty();

        private RequirementBuilder(ErrorCode code, String slug) {
            this.code = code;
            this.slug = slug;
        }

        /** The operation that answers, by its path. */
        public RequirementBuilder on(String path) {
            operation = path;
            return this;
        }

        /** The condition, as the rest of a sentence that begins with "when". */
        public RequirementBuilder when(String sentence) {
            condition = sentence;
            return this;
        }

        /** What the environment must offer. */
        public RequirementBuilder needs(Capability... capabilities) {
            needs.addAll(Arrays.asList(capabilities));
            return this;
        }

        /** Something has to expire; where time cannot be moved, the scenario waits for it. */
        public RequirementBuilder waitingForExpiry() {
            return needs(Capability.WAITING);
        }

        /** The reading that chose this code among those that could be meant. */
        public RequirementBuilder readAs(String id) {
            reading = Optional.of(id);
            return this;
        }

        /** Where the case comes from, in the short names of the contract's data, such as {@code page: 361}. */
        public RequirementBuilder citing(String place) {
            source = place;
            return this;
        }

        /** An extra field that the answer is known to carry, with its value. */
        public RequirementBuilder carrying(String field, String value) {
            fields.put(field, value);
            return this;
        }

        /** An extra field that the answer is known to carry, with any value. */
        public RequirementBuilder carrying(String field) {
            return carrying(field, Expectation.ANY);
        }

        /** A text that the page promises to the letter. */
        public RequirementBuilder saying(String text) {
            literal = Optional.of(text);
            return this;
        }

        /** Other errors whose conditions hold at the same time, on purpose: any of them is a right answer too. */
        public RequirementBuilder alsoHolding(ErrorCode... others) {
            alsoHolding.addAll(Arrays.asList(others));
            return this;
        }

        /** The error is expected among the results of a success, at this JSON pointer. */
        public RequirementBuilder inside(String pointer) {
            element = Optional.of(pointer);
            return this;
        }

        /** Builds what the condition needs. */
        public <T> Given<T> given(Function<Tenant, T> setUp) {
            return new Given<>(this, setUp);
        }
    }

    /** A requirement with its set-up. */
    public final class Given<T> {
        private final RequirementBuilder builder;
        private final Function<Tenant, T> setUp;

        private Given(RequirementBuilder builder, Function<Tenant, T> setUp) {
            this.builder = builder;
            this.setUp = setUp;
        }

        /** The one call that matters. */
        public Driven<T> drive(BiFunction<Tenant, T, Call> call) {
            return new Driven<>(this, call);
        }
    }

    /** A requirement that lacks only its twin. */
    public final class Driven<T> {
        private final Given<T> given;
        private final BiFunction<Tenant, T, Call> drive;

        private Driven(Given<T> given, BiFunction<Tenant, T, Call> drive) {
            this.given = given;
            this.drive = drive;
        }

        /** The same call, different in one parameter, or in one for each condition: must succeed. */
        public void twin(BiFunction<Tenant, T, Call> call) {
            add(new Scenario.Companion.Twin<>(call));
        }

        /** One change of the environment's state, after which the very same call must succeed. */
        public void undo(BiConsumer<Tenant, T> change) {
            add(new Scenario.Companion.Undo<>(change));
        }

        /**
         * Where several conditions hold: one change of the environment's state, and the call without the others. Must
         * succeed.
         */
        public void undoAndTwin(BiConsumer<Tenant, T> change, BiFunction<Tenant, T, Call> call) {
            add(new Scenario.Companion.UndoAndTwin<>(change, call));
        }

        private void add(Scenario.Companion<T> companion) {
            var builder = given.builder;
            scenarios.add(new Scenario<>(
                    new Requirement(
                            builder.code,
                            builder.operation,
                            builder.slug,
                            builder.condition,
                            builder.reading,
                            builder.source),
                    Set.copyOf(builder.needs),
                    Map.copyOf(builder.fields),
                    builder.literal,
                    Set.copyOf(builder.alsoHolding),
                    builder.element,
                    given.setUp,
                    drive,
                    companion));
        }
    }
}
