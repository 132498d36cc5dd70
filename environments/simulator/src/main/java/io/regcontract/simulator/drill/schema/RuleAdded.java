package io.regcontract.simulator.drill.schema;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.drill.WrittenValue;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.schema.ValidationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The type gets a rule that the value of the call breaks: 360. */
final class RuleAdded implements Drill {

    private final Set<String> operations;

    RuleAdded(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "rule-added",
                360,
                "The entity type gets a rule for an attribute that the call writes, and the value is too long for it.",
                "The rule stays until the drill is undone; a call with a shorter value succeeds.",
                operations,
                SchemaDrills.SHARED);
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return WrittenValue.content(call).isPresent();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return WrittenValue.of(call).stream()
                .filter(written -> written.isChange()
                        && written.value().isString()
                        && written.value().stringValue().length() > 1)
                .findFirst()
                .flatMap(written -> added(call, written));
    }

    private static Optional<Undo> added(IncomingCall call, WrittenValue written) {
        var text = written.value().stringValue();
        var rule = new ValidationRule(
                call.application().newUuid(),
                List.of(written.path().toString()),
                Optional.of("shorter than it was"),
                Json.object().put("max-length", text.codePointCount(0, text.length()) - 1));
        var outside = call.application().entityTypes().outside();
        var typeName = written.book().type().name();
        var isAdded = outside.change(typeName, type -> {
            var rules = new ArrayList<>(type.rules());
            rules.add(rule);
            return type.withRules(rules);
        });
        return isAdded
                ? Optional.of(() -> outside.change(
                        typeName,
                        type -> type.withRules(type.rules().stream()
                                .filter(each -> !each.uuid().equals(rule.uuid()))
                                .toList())))
                : Optional.empty();
    }
}
