package io.regcontract.simulator.http;

import io.regcontract.simulator.wire.WireAnswer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.http.impl.EnglishReasonPhraseCatalog;

/** Answers that do not leave at once and as a whole. */
final class IrregularDelivery {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private IrregularDelivery() {}

    /**
     * Does with an answer what its delivery says, up to where it leaves as any other does.
     *
     * @param socket what is written to: the connection itself, or TLS over it
     * @param network the connection
     * @return whether the answer is to be sent; if not, the connection is at its end
     */
    static boolean goesOn(WireAnswer answer, Socket socket, Socket network, BooleanSupplier isAbandoned)
            throws IOException {
        switch (answer.delivery().manner()) {
            case IN_PART -> {
                writeInPart(answer, socket);
                reset(network);
                return false;
            }
            case NOT_AT_ALL -> {
                reset(network);
                return false;
            }
            case LATE -> {
                return hasWaited(answer, network, isAbandoned);
            }
            default -> {
                return true;
            }
        }
    }

    private static boolean hasWaited(WireAnswer answer, Socket network, BooleanSupplier isAbandoned) {
        long begin = System.nanoTime();
        while (!answer.delivery().isOver().getAsBoolean() && System.nanoTime() - begin < LONGEST.toNanos()) {
            if (network.isClosed() || isAbandoned.getAsBoolean()) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }

    /** The head promises the whole body. */
    private static void writeInPart(WireAnswer answer, Socket socket) throws IOException {
        var head = new StringBuilder("HTTP/1.1 ")
                .append(answer.status())
                .append(' ')
                .append(EnglishReasonPhraseCatalog.INSTANCE.getReason(answer.status(), Locale.ROOT))
                .append("\r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(answer.body().length).append("\r\n\r\n");
        var out = socket.getOutputStream();
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(answer.body(), 0, answer.body().length / 2);
        out.flush();
    }

    /** Closing with a linger of no time resets the connection. */
    private static void reset(Socket network) throws IOException {
        network.setSoLinger(true, 0);
        network.close();
    }
}
