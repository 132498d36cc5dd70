package io.regcontract.endtoend;

import io.regcontract.contract.model.ErrorCode;
import io.regcontract.endtoend.Reply.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * A row of the table: what is done to which answers, and what has to come of it.
 *
 * @param name of the row
 * @param reach which answers, and how much is driven
 * @param change what is done to them
 * @param logged what comes of it where the API log can be asked
 * @param unlogged what comes of it where it cannot, as before every tenant
 */
record Damage(String name, Reach reach, UnaryOperator<Reply> change, Expected logged, Expected unlogged) {

    /** Of the client that drives; what is searched for is this, in any form. */
    static final String SECRET = "k3v9x2m7q4w8r6t5y1z0p8";

    private static final int CODES = ErrorCode.values().length;

    /** Which answers are damaged. */
    enum Reach {
        /** The one of the one requirement that is driven. */
        ONE,
        /** Every failing one of every code. */
        FAILURES,
        /** Every one of every code. */
        ALL
    }

    /**
     * How a run ends.
     *
     * @param verdict in verdict.json
     * @param exitCode of the gate
     * @param suite exit code of the suite's command: 0 when the run is on record, whatever it saw
     * @param says what a person reads of it
     */
    record Expected(String verdict, int exitCode, int suite, List<String> says) {}

    Reply of(Reply reply) {
        return switch (reach) {
            case ONE -> reply.text().contains("\"code\":361") ? change.apply(reply) : reply;
            case FAILURES -> reply.isAFailure() ? change.apply(reply) : reply;
            case ALL -> change.apply(reply);
        };
    }

    @Override
    public String toString() {
        return name;
    }

    static List<Damage> all() {
        var all = new ArrayList<Damage>();
        characters(all);
        tokens(all);
        secrets(all);
        bodies(all);
        environments(all);
        return all;
    }

    /** What characters may do that act on whoever reads them. */
    private static void characters(List<Damage> all) {
        for (var said : List.of(
                "x\\ud83dy",
                "\\udc00",
                "a\\u0000b",
                "a\\ufffeb",
                "\\u001b[31m\\u001b]0;title\\u0007",
                "a\\u2028::error::forged",
                "\\u202e\\u2066x",
                "a\\r\\n::error::forged\\n##[error]forged\\n##vso[task.complete]x")) {
            all.add(contradicted("name " + said, "body.error", reply -> reply.with("error", new Json(said))));
            if (said.equals("\\udc00")) {
                // Half a character alone is no text at all, and a text is promised.
                all.add(contradicted(
                        "description " + said,
                        "description.present",
                        reply -> reply.with("error_description", new Json(said))));
                continue;
            }
            // The documentation promises nothing else of this text: it contradicts nothing, and a part is not the
            // whole.
            all.add(new Damage(
                    "description " + said,
                    Reach.ONE,
                    reply -> reply.with("error_description", new Json(said)),
                    incomplete(),
                    incomplete()));
        }
    }

    private static void tokens(List<Damage> all) {
        all.add(token("half a character", "jx3m9k2v\\ud83d7hw4r8t", "token.characters"));
        all.add(token("zero width", "\\u200b".repeat(16), "token.characters"));
        all.add(token("emoji", "\\ud83d\\ude00".repeat(16), "token.characters"));
        all.add(token("NUL", "\\u0000".repeat(16), "token.characters"));
        all.add(token("ESC", "jx3m9\\u001b[31mhw4r8", "token.characters"));
        all.add(token("right to left", "\\u202e".repeat(16), "token.characters"));
        all.add(token("no character", "\\ufffe".repeat(16), "token.characters"));
        all.add(token("Hangul filler", "\\u3164".repeat(16), "token.blank-free"));
        all.add(token("braille blank", "\\u2800".repeat(16), "token.blank-free"));
        all.add(token("no-break space", "\\u00a0".repeat(16), "token.blank-free"));
        all.add(token("line separators", "\\u2028".repeat(16), "token.blank-free"));
        all.add(token("an order", "\\r\\n::error::forg", "token.blank-free"));
        all.add(token("a piece of the secret", SECRET.substring(3, 19), "body.secret-free"));
    }

    private static void secrets(List<Damage> all) {
        var utf8 = SECRET.getBytes(StandardCharsets.UTF_8);
        var percent = "%" + HexFormat.ofDelimiter("%").formatHex(utf8);
        var hex = HexFormat.of().formatHex(utf8);
        var aside = base64("ab" + SECRET);
        all.add(header("Set-Cookie", "sid=" + base64("v:" + SECRET) + "; Path=/"));
        all.add(header("Set-Cookie", "sid=" + SECRET));
        all.add(header("Location", "/?a=" + percent));
        all.add(header("X-Debug", hex));
        all.add(header("X-Debug", new StringBuilder(SECRET).reverse().toString()));
        for (var said : List.of(
                SECRET,
                new StringBuilder(SECRET).reverse().toString(),
                base64("a" + SECRET),
                aside,
                base64(SECRET),
                hex,
                percent,
                SECRET.chars().mapToObj(one -> "&#" + one + ";").collect(Collectors.joining()),
                SECRET.chars()
                        .mapToObj(one -> "&#x" + Integer.toHexString(one) + ";")
                        .collect(Collectors.joining()),
                SECRET.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining()),
                // The text of a member that is JSON itself.
                "{\\\"a\\\":\\\""
                        + SECRET.chars().mapToObj("\\\\u%04x"::formatted).collect(Collectors.joining()) + "\\\"}")) {
            all.add(contradicted(
                    "secret as " + said, "body.secret-free", reply -> reply.with("error_description", new Json(said))));
        }
        // A word of the contract is no secret, wherever it stands: nothing is wrong with such a service.
        all.add(new Damage(
                "cookie that holds a word of the contract",
                Reach.ALL,
                reply -> reply.with("Set-Cookie", "lang=unique_violation"),
                new Expected("pass", 0, 0, List.of("PASS (exit 0): ")),
                // Whether a code can be driven without a control plane has nothing to do with it: not the whole, and no
                // leak.
                incomplete()));
    }

    private static void bodies(List<Damage> all) {
        all.add(contradicted(
                "900 levels",
                "body.json",
                "limit",
                reply -> reply.saying("{\"a\":" + "[".repeat(900) + "]".repeat(900) + ","
                        + reply.text().substring(1))));
        all.add(contradicted(
                "200,000 digits",
                "body.json",
                "limit",
                reply -> reply.saying(
                        "{\"a\":" + "3".repeat(200_000) + "," + reply.text().substring(1))));
        var broken = new Expected("contract", 1, 0, List.of("CONTRACT (exit 1): ", "token.length"));
        all.add(new Damage(
                "service that breaks every answer",
                Reach.FAILURES,
                reply -> reply.with("request_token", new Json("short")).with("request_id", new Json("short")),
                new Expected(
                        "contract",
                        1,
                        0,
                        List.of(
                                "CONTRACT (exit 1): " + CODES + " of " + CODES + " codes contradicted",
                                "token.length")),
                broken));
    }

    /** What is not the service's answer: nothing is known of the contract. */
    private static void environments(List<Damage> all) {
        all.add(unfit(
                "gateway that packs unasked",
                reply -> packed(reply).with("Content-Encoding", "gzip"),
                "packed (Content-Encoding: gzip), which nobody asked for"));
        all.add(unfit(
                "page of a gateway",
                reply -> new Reply(
                                502,
                                List.of(),
                                "<html><body><h1>502 Bad Gateway</h1></body></html>".getBytes(StandardCharsets.UTF_8))
                        .with("Content-Type", "text/html"),
                "HTTP 502"));
    }

    private static Damage unfit(String name, UnaryOperator<Reply> change, String said) {
        var expected = unfit(said);
        return new Damage(name, Reach.ALL, change, expected, expected);
    }

    static Expected unfit(String said) {
        return new Expected("inconclusive", 3, 0, List.of("INCONCLUSIVE (exit 3)", said));
    }

    private static Damage token(String what, String token, String check) {
        return contradicted("token of " + what, check, reply -> reply.with("request_token", new Json(token))
                .with("request_id", new Json(token)));
    }

    private static Damage header(String name, String value) {
        return contradicted("secret in " + name + " as " + value, "body.secret-free", reply -> reply.with(name, value));
    }

    private static Damage contradicted(String name, String check, UnaryOperator<Reply> change) {
        return contradicted(name, check, "", change);
    }

    private static Damage contradicted(String name, String check, String said, UnaryOperator<Reply> change) {
        var expected = new Expected(
                "contract",
                1,
                0,
                List.of(
                        "CONTRACT (exit 1): 1 of " + CODES + " codes contradicted (361)",
                        Project.TAKEN,
                        check + " ",
                        said));
        return new Damage(name, Reach.ONE, change, expected, expected);
    }

    private static Expected incomplete() {
        return new Expected("incomplete", 4, 0, List.of("INCOMPLETE (exit 4): "));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply packed(Reply reply) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(reply.body());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return new Reply(reply.status(), reply.headers(), packed.toByteArray());
    }
}
