package io.regcontract.simulator.transportfault;

import io.regcontract.simulator.wire.Delivery;
import io.regcontract.simulator.wire.WireAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What can befall a call on its way. */
public enum TransportFault {
    /** A gateway before the service answers with a page of its own; the service is not reached. */
    GATEWAY_ERROR_PAGE(false),
    /** The connection is reset without an answer; the service is not reached. */
    CONNECTION_DROPPED(false),
    /** The service has done what it was asked for, and the connection is reset in the middle of its answer. */
    ANSWER_CUT(true),
    /** The service has done what it was asked for, and its answer does not come for a long time. */
    ANSWER_HELD(true);

    private static final byte[] PAGE =
            """
            <html>
            <head><title>502 Bad Gateway</title></head>
            <body><center><h1>502 Bad Gateway</h1></center></body>
            </html>
            """
                    .getBytes(StandardCharsets.UTF_8);

    private final boolean reachesService;

    TransportFault(boolean reachesService) {
        this.reachesService = reachesService;
    }

    /** Whether the call is performed. */
    public boolean reachesService() {
        return reachesService;
    }

    /**
     * The answer as it leaves.
     *
     * @param answer what the service has answered, if it was reached
     * @param isOver whether nothing is to be held back any more
     */
    WireAnswer befalling(WireAnswer answer, BooleanSupplier isOver) {
        return switch (this) {
            case GATEWAY_ERROR_PAGE -> new WireAnswer(502, Map.of("Content-Type", "text/html"), PAGE);
            case CONNECTION_DROPPED -> answer.delivered(Delivery.of(Delivery.Manner.NOT_AT_ALL));
            case ANSWER_CUT -> answer.delivered(Delivery.of(Delivery.Manner.IN_PART));
            case ANSWER_HELD -> answer.delivered(new Delivery(Delivery.Manner.LATE, isOver));
        };
    }
}
