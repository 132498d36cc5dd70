package io.regcontract.traffic.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/**
 * A HAR as a busy shop's proxy would record it, two kilobytes an exchange: nine of ten calls succeed, one fails with one
 * of twelve errors as documented, and one in a hundred thousand breaks the contract.
 */
final class GeneratedTraffic {

    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final String[][] FAILURES = {
        {
            "/entity.create",
            "361",
            "unique_violation",
            "type_name=user&attributes=%7B%22email%22%3A%22a%40example.org%22%7D"
        },
        {"/entity.create", "360", "constraint_violation", "type_name=user&attributes=%7B%22name%22%3A%229%22%7D"},
        {"/entity.find", "222", "unknown_entity_type", "type_name=usr&filter=email%20is%20not%20null"},
        {"/entity.find", "200", "invalid_argument", "type_name=user&filter=email%20%3D%20%3D"},
        {"/entity", "310", "record_not_found", "type_name=user&uuid=00000000-0000-0000-0000-000000000000"},
        {"/entity", "414", "access_token_expired", "access_token=ABCDEFGHIJ"},
        {"/entity.update", "223", "unknown_attribute", "type_name=user&uuid=0&attributes=%7B%22x%22%3A1%7D"},
        {
            "/oauth/auth_native_traditional",
            "210",
            "invalid_credentials",
            "client_id=c&form=signInForm&flow=f&currentPassword=secret-word"
        },
        {"/settings/get", "100", "missing_argument", "for_client_id=c"},
        {"/clients/list", "402", "invalid_client_credentials", "has_features=%5B%5D"},
        {"/clients/list", "403", "client_permission_error", "has_features=%5B%5D"},
        {"/entity.count", "510", "api_limit_error", "type_name=user&filter=x"},
    };

    private static final String HEADERS = "{\"name\":\"Host\",\"value\":\"shop.janraincapture.com\"},"
            + "{\"name\":\"User-Agent\",\"value\":\"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0\"},"
            + "{\"name\":\"Accept\",\"value\":\"application/json\"},{\"name\":\"Accept-Encoding\",\"value\":\"gzip, deflate, br\"},"
            + "{\"name\":\"Authorization\",\"value\":\"Basic c2hvcC1jbGllbnQ6c2hvcC1jbGllbnQtc2VjcmV0LTk=\"},"
            + "{\"name\":\"Content-Type\",\"value\":\"application/x-www-form-urlencoded\"}";
    private static final String ANSWER_HEADERS = "{\"name\":\"Content-Type\",\"value\":\"application/json\"},"
            + "{\"name\":\"Cache-Control\",\"value\":\"no-store\"},{\"name\":\"Date\",\"value\":\"Sun, 01 Nov 2026 10:00:00 GMT\"},"
            + "{\"name\":\"Connection\",\"value\":\"keep-alive\"},{\"name\":\"Server\",\"value\":\"nginx\"}";
    private static final String PROFILE =
            "\\\"birthday\\\":\\\"1987-06-05\\\",\\\"gender\\\":\\\"female\\\",\\\"primaryAddress\\\":{\\\"address1\\\":"
                    + "\\\"Gasse 12\\\",\\\"city\\\":\\\"Wien\\\",\\\"country\\\":\\\"AT\\\",\\\"zip\\\":\\\"1010\\\"},\\\"created\\\":\\\"2025-01-01 10:00:00.000001 +0000\\\","
                    + "\\\"lastUpdated\\\":\\\"2026-01-01 10:00:00.000001 +0000\\\",\\\"statuses\\\":[],\\\"profiles\\\":[{\\\"domain\\\":\\\"google.com\\\",\\\"id\\\":17,"
                    + "\\\"identifier\\\":\\\"http://www.google.com/profiles/1\\\"}],\\\"optIn\\\":{\\\"status\\\":true,\\\"updated\\\":null}";

    private GeneratedTraffic() {}

    static void write(Path file, int exchanges) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            text(
                    out,
                    "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"benchmark\",\"version\":\"1\"},\"pages\":[],\"entries\":[\n");
            for (int number = 0; number < exchanges; number++) {
                text(out, (number == 0 ? "" : ",\n") + entry(number));
            }
            text(out, "\n]}}\n");
        }
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String entry(int number) {
        var at = Instant.ofEpochMilli(1_793_527_200_000L + number * 37L);
        if (number % 10 != 7) {
            return entry(
                    at,
                    "/entity",
                    "type_name=user&uuid=" + uuid(number),
                    "{\\\"stat\\\":\\\"ok\\\",\\\"result\\\":{\\\"id\\\":" + number + ",\\\"uuid\\\":\\\""
                            + uuid(number) + "\\\",\\\"email\\\":\\\"jane" + number + "@example.org\\\"," + PROFILE
                            + "}}");
        }
        var failure = FAILURES[number / 10 % FAILURES.length];
        return entry(
                at,
                failure[0],
                failure[3],
                "{\\\"stat\\\":\\\"error\\\",\\\"code\\\":"
                        + (number % 100_000 == 17 ? "\\\"" + failure[1] + "\\\"" : failure[1])
                        + ",\\\"error\\\":\\\"" + failure[2]
                        + "\\\",\\\"error_description\\\":\\\"this is why it was refused\\\",\\\"request_token\\\":\\\""
                        + token(number) + "\\\"}");
    }

    private static String entry(Instant at, String operation, String form, String body) {
        return "{\"startedDateTime\":\"" + at
                + "\",\"time\":23.5,\"request\":{\"method\":\"POST\",\"url\":\"https://shop.janraincapture.com"
                + operation + "\",\"httpVersion\":\"HTTP/1.1\",\"cookies\":[],\"headers\":[" + HEADERS
                + "],\"queryString\":[],\"postData\":{\"mimeType\":\"application/x-www-form-urlencoded\",\"params\":[],\"text\":\""
                + form + "\"},\"headersSize\":-1,\"bodySize\":" + form.length()
                + "},\"response\":{\"status\":200,\"statusText\":\"OK\",\"httpVersion\":\"HTTP/1.1\",\"cookies\":[],\"headers\":["
                + ANSWER_HEADERS + "],\"content\":{\"size\":0,\"mimeType\":\"application/json\",\"text\":\"" + body
                + "\"},\"redirectURL\":\"\",\"headersSize\":-1,\"bodySize\":-1},\"cache\":{},\"timings\":{\"blocked\":1,\"dns\":-1,"
                + "\"connect\":-1,\"send\":0.5,\"wait\":20,\"receive\":2,\"ssl\":-1},\"serverIPAddress\":\"203.0.113.7\",\"connection\":\"443\"}";
    }

    private static String uuid(int number) {
        return String.format(Locale.ROOT, "%08x-1111-4222-8333-%012x", number, number * 7L);
    }

    private static String token(int number) {
        var token = new StringBuilder();
        long rest = number * 0x9E3779B97F4A7C15L;
        for (int index = 0; index < 16; index++) {
            token.append(ALPHABET.charAt(Math.floorMod(rest >>> ((index % 12) * 5), 31)));
        }
        long digits = number;
        for (int index = 0; index < 6; index++) {
            token.setCharAt(index, ALPHABET.charAt((int) (digits % 31)));
            digits /= 31;
        }
        return token.toString();
    }
}
