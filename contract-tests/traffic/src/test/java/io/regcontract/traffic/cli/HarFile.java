package io.regcontract.traffic.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A HAR as a tool would write it, made in a test. */
final class HarFile {

    static final JsonMapper JSON = new JsonMapper();
    static final String HOST = "https://acme.eu.janraincapture.com";

    private static final String BASIC = "Basic c2hvcC1jbGllbnQ6c2hvcC1jbGllbnQtc2VjcmV0LTk=";

    private final ObjectNode root = JSON.createObjectNode();
    private final ArrayNode entries;

    HarFile() {
        var log = root.putObject("log");
        log.put("version", "1.2");
        log.putObject("creator").put("name", "a test").put("version", "1");
        log.putArray("pages");
        entries = log.putArray("entries");
    }

    /** A call of a client that proves itself, a second after the one before. */
    HarFile call(String operation, Map<String, String> form, int status, String body) {
        return call(operation, form, status, body, entry -> {});
    }

    HarFile call(String operation, Map<String, String> form, int status, String body, Consumer<ObjectNode> otherwise) {
        var entry = entries.addObject();
        entry.put(
                "startedDateTime",
                Instant.parse("2026-11-01T10:00:00Z")
                        .plusSeconds(entries.size())
                        .toString());
        entry.put("time", 12.5);
        var request = entry.putObject("request").put("method", "POST").put("url", HOST + operation);
        header(request.putArray("headers"), "Authorization", BASIC);
        header(request.withArray("headers"), "Content-Type", "application/x-www-form-urlencoded");
        request.putObject("postData")
                .put("mimeType", "application/x-www-form-urlencoded")
                .put(
                        "text",
                        form.entrySet().stream()
                                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                                .sorted()
                                .collect(Collectors.joining("&")));
        var response = entry.putObject("response").put("status", status);
        header(response.putArray("headers"), "Content-Type", "application/json");
        header(response.withArray("headers"), "Cache-Control", "no-store");
        response.putObject("content")
                .put("size", body.getBytes(StandardCharsets.UTF_8).length)
                .put("mimeType", "application/json")
                .put("text", body);
        otherwise.accept(entry);
        return this;
    }

    static void header(ArrayNode headers, String name, String value) {
        headers.addObject().put("name", name).put("value", value);
    }

    /** Another value of a header of the request. */
    static Consumer<ObjectNode> authorization(String value) {
        return entry -> ((ObjectNode) entry.at("/request/headers/0")).put("value", value);
    }

    static Consumer<ObjectNode> withoutAuthorization() {
        return entry -> ((ArrayNode) entry.at("/request/headers")).remove(0);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An error as the documentation has it. */
    static String error(int code, String name, String token) {
        return "{\"stat\":\"error\",\"code\":" + code + ",\"error\":\"" + name
                + "\",\"error_description\":\"it does not work\",\"request_token\":\"" + token + "\"}";
    }

    @Override
    public String toString() {
        return JSON.writeValueAsString(root);
    }
}
