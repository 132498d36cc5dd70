package io.regcontract.drill.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;

/**
 * A program to be drilled. Each argument is something that it does: {@code call}, {@code tell=CLAIM}, {@code exit=STATUS},
 * {@code die}, or {@code hang=PORT}, which says there who it is and waits for ever.
 */
final class CallingProgram {

    /** As the system tells of a process that signal 9 ended. */
    private static final int KILLED = 137;

    private CallingProgram() {}

    /** Does one after the other. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        for (var argument : arguments) {
            var value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.replaceAll("=.*", "")) {
                case "call" -> call();
                case "tell" ->
                    Files.writeString(
                            Path.of(System.getenv("REGCONTRACT_TOLD_FILE")), value + "\n", StandardOpenOption.APPEND);
                case "exit" -> System.exit(Integer.parseInt(value));
                case "die" -> Runtime.getRuntime().halt(KILLED);
                case "hang" -> hang(Integer.parseInt(value));
                default -> throw new IllegalArgumentException(argument);
            }
        }
    }

    private static void call() throws IOException, InterruptedException {
        var owner =
                System.getenv("REGCONTRACT_OWNER_CLIENT_ID") + ":" + System.getenv("REGCONTRACT_OWNER_CLIENT_SECRET");
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(System.getenv("REGCONTRACT_BASE_URL") + "/entity.count"))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(owner.getBytes(StandardCharsets.UTF_8)))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(
                                        "type_name=" + URLEncoder.encode("user", StandardCharsets.UTF_8)))
                                .build(),
                        BodyHandlers.discarding());
    }

    private static void hang(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8));
            // Nobody ever answers.
            socket.getInputStream().read();
        }
    }
}
