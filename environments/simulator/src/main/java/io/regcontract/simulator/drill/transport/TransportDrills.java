package io.regcontract.simulator.drill.transport;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillOperations;
import io.regcontract.simulator.transportfault.TransportFault;
import java.util.List;

/** The drills of what is no error of the API. They lead to no code. */
public final class TransportDrills {

    private TransportDrills() {}

    /** All of them. */
    public static List<Drill> all(DrillOperations operations) {
        var all = operations.all();
        return List.of(
                new FaultOnTheWay(
                        TransportFault.GATEWAY_ERROR_PAGE,
                        "A gateway before the service answers with HTTP 502 and a page of HTML; the call is not"
                                + " performed.",
                        all),
                new FaultOnTheWay(
                        TransportFault.CONNECTION_DROPPED,
                        "The connection is reset without any answer; the call is not performed.",
                        all),
                new FaultOnTheWay(
                        TransportFault.ANSWER_CUT,
                        "The call is performed, and the connection is reset in the middle of its answer.",
                        all),
                new FaultOnTheWay(
                        TransportFault.ANSWER_HELD,
                        "The call is performed, and its answer is held back for a minute, or until the drill is undone"
                                + " or the caller hangs up.",
                        all),
                new ClockBehind(all),
                new SearchBehind(operations.at("/entity.find", "/entity.count", "/entity.bulkDelete")));
    }
}
