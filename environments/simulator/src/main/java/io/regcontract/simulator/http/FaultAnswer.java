package io.regcontract.simulator.http;

import io.regcontract.simulator.wire.FaultSentence;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The answer when no other can be made. Written byte for byte: what makes the others may be what is missing. */
final class FaultAnswer {

    private FaultAnswer() {}

    /** Answers with a status of 500 and says that the connection ends. */
    static void write(Socket socket, Throwable fault) throws IOException {
        var body = (FaultSentence.of(fault) + "\n").getBytes(StandardCharsets.UTF_8);
        var head = String.join(
                "\r\n",
                "HTTP/1.1 500 Internal Server Error",
                "Content-Type: text/plain; charset=utf-8",
                "Cache-Control: no-store",
                "Connection: close",
                "Content-Length: " + body.length,
                "",
                "");
        var out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }
}
