package io.regcontract.check.answer;

import io.regcontract.contract.text.ServiceText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One HTTP answer as it was received: status, headers, and the body as it stood on the wire. Immutable. */
public final class Answer {

    /** One header line. */
    public record Header(String name, String value) {}

    private final int status;
    private final List<Header> headers;
    private final String body;
    private final Body parsed;

    private Answer(int status, List<Header> headers, String body, Body parsed) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.parsed = parsed;
    }

    /** An answer from the bytes of its body. Bytes that are no UTF-8 are kept readable, but are no JSON. */
    public static Answer of(int status, List<Header> headers, byte[] body) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return new Answer(status, headers, text, StrictJson.parse(text));
        } catch (CharacterCodingException e) {
            return new Answer(
                    status,
                    headers,
                    new String(body, StandardCharsets.UTF_8),
                    new Body.NotJson("bytes that are not UTF-8"));
        }
    }

    /** An answer from what an application's own HTTP client saw. */
    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, List.of(new Header("Content-Type", contentType)), body, StrictJson.parse(body));
    }

    /** HTTP status. Never the Registration code. */
    public int status() {
        return status;
    }

    /** The header lines, in the order they came. */
    public List<Header> headers() {
        return headers;
    }

    /** First value of a header, its name compared without case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** The body as text. */
    public String body() {
        return body;
    }

    /** The body as JSON, read strictly: one value, no duplicate keys, nothing behind it. */
    public Body json() {
        return parsed;
    }

    /** Text of a top-level member when it is a string. */
    public Optional<String> text(String member) {
        return parsed instanceof Body.Json json && json.root().path(member).isString()
                ? Optional.of(json.root().path(member).stringValue())
                : Optional.empty();
    }

    /** Its code, when that is an integer. */
    public Optional<Integer> code() {
        return parsed instanceof Body.Json json && json.root().path("code").isInt()
                ? Optional.of(json.root().path("code").intValue())
                : Optional.empty();
    }

    /**
     * A part of the body, as an answer of its own: as it stands on the wire.
     *
     * @param pointer a JSON pointer
     */
    public Optional<Answer> element(String pointer) {
        if (!(parsed instanceof Body.Json)) {
            return Optional.empty();
        }
        return StrictJson.textAt(body, pointer).map(text -> new Answer(status, headers, text, StrictJson.parse(text)));
    }

    /** Whether the operation succeeded: HTTP 200, {@code stat} is {@code ok}, and nothing says error. */
    public boolean isSuccess() {
        return status == 200 && text("stat").filter("ok"::equals).isPresent() && !isError();
    }

    /** Whether it is a JSON object that says error: by a code, by an error's name, or by its {@code stat}. */
    public boolean isError() {
        return parsed instanceof Body.Json json
                && json.root().isObject()
                && (json.root().has("code")
                        || json.root().has("error")
                        || text("stat").filter("error"::equals).isPresent());
    }

    /** Everything of it, as it came: to be redacted and then {@linkplain ServiceText#bounded bounded}. */
    @Override
    public String toString() {
        return "HTTP " + status + " " + body;
    }
}
