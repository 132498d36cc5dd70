package io.regcontract.simulator.drill.flow;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillOperations;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The drills of flows. */
public final class FlowDrills {

    /** A flow is the same for all callers, so that no caller can be picked out. */
    static final Set<DrillAim.Kind> SHARED = EnumSet.of(DrillAim.Kind.GROUP, DrillAim.Kind.OPERATION);

    private FlowDrills() {}

    /** All of them; of those that lead to one code, the plainest first. */
    public static List<Drill> all(DrillOperations operations) {
        return List.of(
                new FlowFormBroken(operations.at(
                        "/oauth/auth_native",
                        "/oauth/auth_native_traditional",
                        "/oauth/register_native",
                        "/oauth/register_native_traditional",
                        "/oauth/forgot_password_native",
                        "/oauth/verify_email_native",
                        "/oauth/update_profile_native")),
                new DefaultFlowUnknown(operations.at(
                        "/oauth/auth_native",
                        "/oauth/auth_native_traditional",
                        "/oauth/register_native",
                        "/oauth/register_native_traditional",
                        "/oauth/forgot_password_native",
                        "/oauth/verify_email_native",
                        "/oauth/update_profile_native",
                        "/oauth/link_account_native",
                        "/oauth/unlink_account_native")),
                new FlowTriggerAdded());
    }
}
