package io.regcontract.simulator.drill.record;

import io.regcontract.simulator.application.SocialIdentity;
import io.regcontract.simulator.drill.CalledRecord;
import io.regcontract.simulator.drill.CalledType;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.json.Json;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Somebody else's account gets the social identity just before the call links or registers it: 361. */
final class IdentityTaken implements Drill {

    private final Set<String> operations;

    IdentityTaken(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "identity-taken",
                361,
                "Somebody else gets an account with the social identity that the call is about to link or to register.",
                "The other account stays until the drill is undone, and longer when somebody has changed it.",
                operations,
                EnumSet.allOf(DrillAim.Kind.class));
    }

    @Override
    public boolean canAimAtStranger() {
        return true;
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return call.argument("token")
                .flatMap(call.application().socialIdentities()::find)
                .filter(identity -> CalledRecord.ofIdentity(call, identity).isEmpty())
                .flatMap(identity -> CalledType.ofFlow(call)
                        .flatMap(book -> Takeover.by(
                                book, account(identity, book.outside().elementId()))));
    }

    private static ObjectNode account(SocialIdentity identity, long elementId) {
        var account = Json.object();
        account.putArray("profiles")
                .addObject()
                .put("id", elementId)
                .put("domain", identity.provider())
                .put("identifier", identity.identifier());
        return account;
    }
}
