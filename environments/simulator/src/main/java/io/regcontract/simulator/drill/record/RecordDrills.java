package io.regcontract.simulator.drill.record;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillOperations;
import java.util.List;

/** The drills of records and of the values that they hold. */
public final class RecordDrills {

    private RecordDrills() {}

    /** All of them; of those that lead to one code, the plainest first. */
    public static List<Drill> all(DrillOperations operations) {
        var addressing = operations.at(
                "/oauth/register_native_traditional",
                "/oauth/register_native",
                "/oauth/auth_native",
                "/oauth/update_profile_native");
        return List.of(
                new CreatingRefused(operations.at(
                        "/entity.create",
                        "/entity.bulkCreate",
                        "/oauth/register_native_traditional",
                        "/oauth/register_native")),
                new RecordDeleted(operations.at(
                        "/entity",
                        "/entity.update",
                        "/entity.replace",
                        "/entity.delete",
                        "/entity.deleteAccess",
                        "/entity.adopt",
                        "/access/getAccessToken",
                        "/access/getAuthorizationCode",
                        "/access/getVerificationCode",
                        "/oauth/auth_native")),
                new ElementDeleted(operations.at(
                        "/entity", "/entity.update", "/entity.replace", "/entity.delete", "/entity.adopt")),
                new RecordChanged(operations.at("/entity", "/entity.update", "/entity.replace", "/entity.delete")),
                new ValueTaken(
                        operations.at("/entity.create", "/entity.bulkCreate", "/entity.update", "/entity.replace")),
                new IdentityTaken(operations.at("/oauth/link_account_native", "/oauth/register_native")),
                new AddressTaken(addressing, false),
                new AddressTaken(addressing, true));
    }
}
