package io.regcontract.simulator.drill.availability;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillOperations;
import java.util.List;

/** The drills of what an application can do for anyone at the time: maintenance, quota, storage. */
public final class AvailabilityDrills {

    /** They read a record in every call, whatever the call is about. */
    private static final String[] READING = {
        "/access/getAccessToken",
        "/access/getAuthorizationCode",
        "/access/getVerificationCode",
        "/access/useVerificationCode",
        "/access/use_verification_code",
        "/entity",
        "/entity.adopt",
        "/entity.bulkCreate",
        "/entity.bulkDelete",
        "/entity.count",
        "/entity.create",
        "/entity.delete",
        "/entity.deleteAccess",
        "/entity.find",
        "/entity.purge",
        "/entity.replace",
        "/entity.update",
        "/entityType.addAttribute",
        "/entityType.addProperty",
        "/entityType.addRule",
        "/entityType.removeAttribute",
        "/entityType.removeProperty",
        "/entityType.removeRule",
        "/entityType.renameAttribute",
        "/entityType.setAttributeConstraints",
        "/entityType.setAttributeDescription",
        "/entityType.setPasswordSettings",
        "/oauth/auth_native",
        "/oauth/auth_native_traditional",
        "/oauth/forgot_password_native",
        "/oauth/link_account_native",
        "/oauth/register_native",
        "/oauth/unlink_account_native",
        "/oauth/update_profile_native",
        "/oauth/verify_email_native"
    };

    /** They change a record in every call. */
    private static final String[] WRITING = {
        "/access/useVerificationCode",
        "/access/use_verification_code",
        "/entity.adopt",
        "/entity.delete",
        "/entity.replace",
        "/entity.update",
        "/oauth/auth_native",
        "/oauth/link_account_native",
        "/oauth/unlink_account_native",
        "/oauth/update_profile_native"
    };

    private AvailabilityDrills() {}

    /** All of them; of those that lead to one code, the plainest first. */
    public static List<Drill> all(DrillOperations operations) {
        return List.of(
                new Maintenance(operations.all()),
                StorageSpoilt.failingReads(operations.at(READING)),
                StorageSpoilt.refusingWrites(operations.at(WRITING)),
                new QuotaUsedUp(operations.all()));
    }
}
