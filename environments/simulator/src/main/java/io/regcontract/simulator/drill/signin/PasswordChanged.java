package io.regcontract.simulator.drill.signin;

import io.regcontract.simulator.drill.CalledRecord;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.drill.change.RecordEdit;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.record.OutsideChanges;
import io.regcontract.simulator.record.StoredRecord;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The password was changed elsewhere: 213 where it is said, 210 where it is hidden. */
final class PasswordChanged implements Drill {

    private final DrillDescription description;
    private final Predicate<IncomingCall> condition;

    private PasswordChanged(DrillDescription description, Predicate<IncomingCall> condition) {
        this.description = description;
        this.condition = condition;
    }

    static Drill disclosed(Set<String> operations) {
        return new PasswordChanged(
                described(
                        "password-changed",
                        213,
                        " It shows in a flow that says what was wrong, such as telling; in one that hides it, see"
                                + " password-changed-undisclosed.",
                        operations),
                AccountForm::isDisclosing);
    }

    static Drill undisclosed(Set<String> operations) {
        return new PasswordChanged(
                described(
                        "password-changed-undisclosed",
                        210,
                        " It shows in a flow that does not say what was wrong, such as standard; in one that says it,"
                                + " see password-changed.",
                        operations),
                AccountForm::isHiding);
    }

    @Override
    public DrillDescription description() {
        return description;
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return condition.test(call);
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return AccountForm.passwordAttribute(call).flatMap(path -> CalledRecord.of(call)
                .flatMap(account -> changed(call, account, path.last().name())));
    }

    private static Optional<Undo> changed(IncomingCall call, SelectedRecord account, String attribute) {
        var application = call.application();
        if (!account.whole().path(attribute).isObject()) {
            return Optional.empty();
        }
        return RecordEdit.edit(application, account, record -> {
            var values = record.values().deepCopy();
            values.set(attribute, application.passwords().hash(application.newUuid()));
            return new StoredRecord(
                    record.id(),
                    record.uuid(),
                    record.created(),
                    application.now().truncatedTo(ChronoUnit.MICROS),
                    values,
                    OutsideChanges.formerPasswords(record, values));
        });
    }

    private static DrillDescription described(String name, int code, String shows, Set<String> operations) {
        return new DrillDescription(
                name,
                code,
                "The person has changed the password elsewhere: the one that the call brings is the former one."
                        + shows,
                "The former password never works again, unless the drill is undone.",
                operations,
                EnumSet.allOf(DrillAim.Kind.class));
    }
}
