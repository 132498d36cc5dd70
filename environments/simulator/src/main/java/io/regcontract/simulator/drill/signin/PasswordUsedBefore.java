package io.regcontract.simulator.drill.signin;

import io.regcontract.simulator.drill.CalledAttributes;
import io.regcontract.simulator.drill.CalledRecord;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.SubmittedForm;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.drill.change.RecordEdit;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.record.OutsideChanges;
import io.regcontract.simulator.schema.AttributePath;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The password that the call sets is one that the account had before: 214 in a form, 352 in a record. */
final class PasswordUsedBefore implements Drill {

    private static final String PASSWORD = "password";
    /** What someone has, as opposed to what someone wants. */
    private static final String CURRENT = "currentPassword";

    private final DrillDescription description;
    private final PasswordHistories histories;

    private PasswordUsedBefore(DrillDescription description, PasswordHistories histories) {
        this.description = description;
        this.histories = histories;
    }

    static Drill inForm(Set<String> operations, PasswordHistories histories) {
        return new PasswordUsedBefore(
                described("new-password-used-before", 214, "in a form of the profile", operations), histories);
    }

    static Drill inRecord(Set<String> operations, PasswordHistories histories) {
        return new PasswordUsedBefore(
                described("written-password-used-before", 352, "in a record", operations), histories);
    }

    @Override
    public DrillDescription description() {
        return description;
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return password(call).isPresent();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return password(call).flatMap(password -> CalledRecord.of(call)
                .filter(PasswordUsedBefore::hasPasswords)
                .flatMap(account -> remembered(call, account, password)));
    }

    private Optional<Undo> remembered(IncomingCall call, SelectedRecord account, String password) {
        var application = call.application();
        var former = application.passwords().hash(password);
        return RecordEdit.edit(application, account, record -> OutsideChanges.remembering(record, former))
                .map(edit -> {
                    var history = histories.switchOn(application, account.key().typeName());
                    return () -> {
                        edit.undo();
                        history.undo();
                    };
                });
    }

    private static boolean hasPasswords(SelectedRecord account) {
        return account.book()
                .type()
                .definition(PASSWORD)
                .filter(definition -> definition.type().isPassword())
                .isPresent();
    }

    /** The password that a call sets. */
    private static Optional<String> password(IncomingCall call) {
        return SubmittedForm.of(call).flatMap(PasswordUsedBefore::inForm).or(() -> CalledAttributes.json(
                        call, call.argument("attributes").isPresent() ? "attributes" : "value")
                .map(value -> call.argument("attribute_name").isEmpty()
                        ? value.path(PASSWORD)
                        : isPassword(call.argument("attribute_name")) ? value : value.path("none"))
                .flatMap(JsonNode::stringValueOpt));
    }

    private static Optional<String> inForm(SubmittedForm form) {
        var fields = form.flow().fields();
        return form.values().entrySet().stream()
                .filter(sent -> !sent.getKey().equals(CURRENT)
                        && fields.containsKey(sent.getKey())
                        && isPassword(fields.get(sent.getKey()).attribute()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isPassword(Optional<String> attribute) {
        return attribute
                .flatMap(AttributePath::parse)
                .filter(path -> path.toString().equals("/" + PASSWORD))
                .isPresent();
    }

    private static DrillDescription described(String name, int code, String where, Set<String> operations) {
        return new DrillDescription(
                name,
                code,
                "The password that the call sets " + where + " turns out to be one that the account had before. Where"
                        + " the type remembers fewer than two passwords, it remembers two from then on.",
                "The account cannot have this password until the drill is undone. Others of a type that remembered none"
                        + " can set any password but the one that they have.",
                operations,
                EnumSet.allOf(DrillAim.Kind.class));
    }
}
