package io.regcontract.simulator;

import io.regcontract.simulator.wire.WireAnswer;
import io.regcontract.simulator.wire.WireRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A connection that is kept alive and sends what a well-behaved client would refuse to send. */
final class RawConnection implements AutoCloseable {

    private final URI address;
    private Optional<Socket> socket = Optional.empty();
    private InputStream in = InputStream.nullInputStream();

    RawConnection(URI address) {
        this.address = address;
    }

    /** Sends a request; connects anew when the connection before was closed with an announcement. */
    WireAnswer answer(WireRequest request) throws IOException {
        var open = open();
        open.getOutputStream().write(bytes(request));
        return read(request.method().equals("HEAD"));
    }

    /** The body of what a GET brings. */
    String get(String pathAndQuery) throws IOException {
        open().getOutputStream()
                .write(("GET " + pathAndQuery + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return new String(read(false).body(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        if (socket.isPresent()) {
            socket.get().close();
            socket = Optional.empty();
        }
    }

    private Socket open() throws IOException {
        if (socket.isEmpty()) {
            var fresh = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(20_000);
            socket = Optional.of(fresh);
            in = new BufferedInputStream(fresh.getInputStream());
        }
        return socket.get();
    }

    private static byte[] bytes(WireRequest request) {
        var bytes = new ByteArrayOutputStream();
        var head = new StringBuilder(request.method())
                .append(' ')
                .append(request.path())
                .append(request.query().isEmpty() ? "" : "?" + request.query())
                .append(" HTTP/1.1\r\n");
        request.headers()
                .forEach((name, values) ->
                        head.append(name).append(": ").append(values.get(0)).append("\r\n"));
        head.append("Content-Length: ").append(request.body().length).append("\r\n\r\n");
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(request.body());
        return bytes.toByteArray();
    }

    private WireAnswer read(boolean bodiless) throws IOException {
        var status = line();
        Map<String, String> headers = new LinkedHashMap<>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    canonical(line.substring(0, colon)),
                    line.substring(colon + 1).strip());
        }
        int length = bodiless ? 0 : Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        var body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("the body ended after " + body.length + " of " + length + " bytes");
        }
        if (headers.getOrDefault("Connection", "").equalsIgnoreCase("close")) {
            close();
        }
        return new WireAnswer(Integer.parseInt(status.substring(9, 12)), headers, body);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection was closed without an answer");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** As in Cache-Control, however it was written. */
    private static String canonical(String name) {
        var words = name.toLowerCase(Locale.ROOT).split("-", -1);
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].substring(0, 1).toUpperCase(Locale.ROOT) + words[i].substring(1);
        }
        return String.join("-", words);
    }
}
