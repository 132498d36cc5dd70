package io.regcontract.simulator.drill.record;

import io.regcontract.simulator.application.SocialIdentity;
import io.regcontract.simulator.drill.CalledRecord;
import io.regcontract.simulator.drill.CalledType;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.SubmittedForm;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.schema.AttributePath;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Somebody else registers with the e-mail address just before the call does: 380. */
final class AddressTaken implements Drill {

    private static final String PROFILES = "profiles";
    private static final AttributePath EMAIL = AttributePath.parse("/email").orElseThrow();

    private final Set<String> operations;
    private final boolean bySocial;

    /** @param bySocial whether the other account has no password, but an identity at another provider */
    AddressTaken(Set<String> operations, boolean bySocial) {
        this.operations = operations;
        this.bySocial = bySocial;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                bySocial ? "address-taken-by-social" : "address-taken",
                380,
                "Somebody else gets an account with the e-mail address that the call is about to register or to change"
                        + " to" + (bySocial ? ": by way of another provider, so without a password." : "."),
                "The other account stays until the drill is undone, and longer when somebody has changed it; a call with"
                        + " another address succeeds.",
                operations,
                EnumSet.allOf(DrillAim.Kind.class));
    }

    /** A form with an address, or a social sign-in that may become an account. */
    @Override
    public boolean concerns(IncomingCall call) {
        return address(call).isPresent();
    }

    @Override
    public boolean canAimAtStranger() {
        return true;
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return CalledType.ofFlow(call).flatMap(book -> address(call)
                .filter(address ->
                        CalledRecord.byAddress(book, attribute(call), address).isEmpty())
                .flatMap(address -> Takeover.by(book, account(call, book, address))));
    }

    private ObjectNode account(IncomingCall call, RecordRepository book, String address) {
        var account = Takeover.holding(book, attribute(call), Json.text(address));
        if (bySocial) {
            account.putArray(PROFILES)
                    .addObject()
                    .put("id", book.outside().elementId())
                    .put("domain", "facebook.com")
                    .put(
                            "identifier",
                            "https://www.facebook.com/" + call.application().newUuid());
        }
        return account;
    }

    private static AttributePath attribute(IncomingCall call) {
        return SubmittedForm.of(call)
                .flatMap(form -> form.attributeOfType("email"))
                .flatMap(AttributePath::parse)
                .orElse(EMAIL);
    }

    private static Optional<String> address(IncomingCall call) {
        return SubmittedForm.of(call).flatMap(form -> form.valueOfType("email")).or(() -> call.argument("token")
                .flatMap(call.application().socialIdentities()::find)
                .map(SocialIdentity::profile)
                .flatMap(profile -> profile.path("email").stringValueOpt()));
    }
}
