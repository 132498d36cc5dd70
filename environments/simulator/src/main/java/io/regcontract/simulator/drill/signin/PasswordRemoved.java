package io.regcontract.simulator.drill.signin;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.drill.change.RecordEdit;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.AttributePath;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The account has no password any more, only an identity at another provider: 211. */
final class PasswordRemoved implements Drill {

    private static final String PROFILES = "profiles";

    private final Set<String> operations;

    PasswordRemoved(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "password-removed",
                211,
                "The account that the call signs in to loses its password, and keeps the identity at another provider"
                        + " that it has or gets. It shows in a flow that says what was wrong, such as telling; in one"
                        + " that hides it, see password-changed-undisclosed.",
                "The person can sign in by the other provider only, until the drill is undone or a new password set.",
                operations,
                EnumSet.allOf(DrillAim.Kind.class));
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return AccountForm.isDisclosing(call);
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return AccountForm.withPassword(call)
                .flatMap(account ->
                        RecordEdit.values(call.application(), account, values -> socialOnly(account, values)));
    }

    private static ObjectNode socialOnly(SelectedRecord account, ObjectNode values) {
        account.book().type().own().stream()
                .filter(definition -> definition.type().isPassword())
                .map(AttributeDefinition::name)
                .forEach(values::remove);
        if (values.path(PROFILES).isEmpty() && hasPlace(account)) {
            values.putArray(PROFILES)
                    .addObject()
                    .put("id", account.book().outside().elementId())
                    .put("domain", "social.example")
                    .put(
                            "identifier",
                            "https://social.example/" + account.record().uuid());
        }
        return values;
    }

    private static boolean hasPlace(SelectedRecord account) {
        var type = account.book().type();
        return AttributePath.parse("/profiles/domain").flatMap(type::find).isPresent()
                && AttributePath.parse("/profiles/identifier")
                        .flatMap(type::find)
                        .isPresent();
    }
}
