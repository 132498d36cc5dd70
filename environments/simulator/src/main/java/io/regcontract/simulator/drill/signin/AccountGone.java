package io.regcontract.simulator.drill.signin;

import io.regcontract.simulator.drill.CalledRecord;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.SubmittedForm;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.drill.change.RecordEdit;
import io.regcontract.simulator.drill.change.RecordRemoval;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.schema.AttributePath;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** No account has the address of the call any more: 212 where it is said, 210 where it is hidden. */
final class AccountGone implements Drill {

    /** At /oauth/verify_email_native every flow hides it. */
    static final String VERIFY = "/oauth/verify_email_native";

    /** What has become of the account. */
    enum Fate {
        DELETED("account-deleted", "The account of the address that the call sends is deleted, with its tokens."),
        MOVED(
                "address-changed",
                "The account of the address that the call sends gets another address, under example.com.");

        private final String slug;
        private final String sentence;

        Fate(String slug, String sentence) {
            this.slug = slug;
            this.sentence = sentence;
        }
    }

    private final Fate fate;
    private final boolean isDisclosed;
    private final Set<String> operations;

    AccountGone(Fate fate, boolean isDisclosed, Set<String> operations) {
        this.fate = fate;
        this.isDisclosed = isDisclosed;
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                isDisclosed ? fate.slug : fate.slug + "-undisclosed",
                isDisclosed ? 212 : 210,
                fate.sentence
                        + (isDisclosed
                                ? " A sign-in shows it in a flow that says what was wrong, such as telling; in one that"
                                        + " hides it, see " + fate.slug + "-undisclosed."
                                : " A sign-in shows it in a flow that does not say what was wrong, such as standard; in"
                                        + " one that says it, see " + fate.slug + "."),
                "The address is unknown until the drill is undone, or somebody registers with it.",
                operations,
                EnumSet.allOf(DrillAim.Kind.class));
    }

    @Override
    public boolean concerns(IncomingCall call) {
        var path = call.operation().path();
        return path.equals(AccountForm.SIGN_IN)
                ? (isDisclosed ? AccountForm.isDisclosing(call) : AccountForm.isHiding(call))
                : AccountForm.isOf(call);
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return CalledRecord.of(call).flatMap(account -> switch (fate) {
            case DELETED -> Optional.of(RecordRemoval.of(call.application(), account));
            case MOVED -> moved(call, account);
        });
    }

    private static Optional<Undo> moved(IncomingCall call, SelectedRecord account) {
        return SubmittedForm.of(call)
                .flatMap(form -> form.attributeOfType("email"))
                .flatMap(AttributePath::parse)
                .filter(path -> path.steps().size() == 1)
                .flatMap(path -> RecordEdit.values(
                        call.application(),
                        account,
                        values -> values.put(
                                path.last().name(), call.application().newUuid() + "@example.com")));
    }
}
