package io.regcontract.simulator;

import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.wire.WireRequest;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Makes requests that are nearly right, each from its own number: half of the values come from what the simulator has
 * answered before, so that calls get past the first gate, and every part of a request can be spoilt.
 */
final class FuzzRequests {

    private static final int REMEMBERED = 24;

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "'",
            "\"",
            "\\",
            "%00",
            "%",
            "/",
            "//",
            "/profiles#",
            "/profiles#99999999999999999999",
            "/profiles#1/domain/../../x",
            "#",
            "../../../etc/passwd",
            "null",
            "true",
            "NaN",
            "-0",
            "1e400",
            "1e999999999",
            "-1e-999999999",
            "{\"weight\":1e999999999}",
            "[1e2147483647]",
            "9223372036854775808",
            "-9223372036854775809",
            "999999999999999999999999999999999999",
            "0x1F",
            "[]",
            "{}",
            "[null]",
            "{\"\":\"\"}",
            "{\"a\":1,\"a\":2}",
            "{\"a\":",
            "[1] x",
            "\"\\ud800\"",
            "{\"email\":{\"email\":{\"email\":null}}}",
            "{\"profiles\":[{\"id\":1},null,{}]}",
            "{\"profiles\":{\"domain\":1}}",
            "{\"password\":{\"type\":\"password-bcrypt\",\"value\":\"$2a$31$x\"}}",
            "{\"password\":{\"type\":\"password-bcrypt\",\"value\":\"$2a$04$\"}}",
            "{\"password\":{\"type\":\"password-md5-salted\",\"value\":1}}",
            "0000-00-00",
            "2026-02-30",
            "+292278994-08-17 00:00:00",
            "-999999999-01-01",
            "2026-01-01 24:60:60.9999999999999 +9999",
            "1999-12-31T23:59:59.999999Z",
            "::ffff:1.2.3.4",
            "256.0.0.0/99",
            "a@b",
            "\uFEFF",
            "\u202Eabc",
            "\uD83D\uDE00",
            "I\u0307\u0130\u0131\u00DF",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "; DROP TABLE user",
            "not not not not email",
            "((((((((((((((((((((",
            "email = email = email",
            "birthday > 'nonsense'",
            "email contains 'x'",
            "[".repeat(2000),
            "[".repeat(900) + "]".repeat(900),
            "{\"a\":".repeat(600) + "1" + "}".repeat(600),
            "(".repeat(3000) + "true",
            "a.".repeat(400) + "@" + "b.".repeat(400),
            "x".repeat(20_000));

    private static final List<String> ATTRIBUTES = List.of(
            "email",
            "password",
            "givenName",
            "displayName",
            "birthday",
            "emailVerified",
            "profiles",
            "weight",
            "tag",
            "address",
            "home",
            "id",
            "uuid",
            "created",
            "lastUpdated",
            "nothing");

    private static final List<String> TYPES = List.of(
            "string",
            "boolean",
            "integer",
            "decimal",
            "date",
            "dateTime",
            "ipAddress",
            "json",
            "object",
            "plural",
            "password",
            "password-bcrypt",
            "password-md5",
            "uuid",
            "id",
            "float");

    /** The form that an operation is made for. */
    private static final Map<String, String> FORMS = Map.of(
            "/oauth/auth_native_traditional", "signInForm",
            "/oauth/register_native_traditional", "registrationForm",
            "/oauth/register_native", "socialRegistrationForm",
            "/oauth/forgot_password_native", "forgotPasswordForm",
            "/oauth/verify_email_native", "resendVerificationForm",
            "/oauth/update_profile_native", "editProfileForm");

    private final List<OperationDeclaration> operations;
    private final Map<String, List<String>> seen = new HashMap<>();
    private Random random = new Random(0);

    FuzzRequests(List<OperationDeclaration> operations) {
        this.operations = operations;
    }

    /** The request of that number. Numbers and seeds that lie close make requests that have nothing in common. */
    WireRequest request(long seed, int index) {
        random = new Random(seed * 0x9E3779B97F4A7C15L + index * 0xBF58476D1CE4E5B9L);
        random.nextLong();
        var operation = any(operations);
        var headers = new HashMap<String, List<String>>();
        var parameters = parameters(operation);
        credentials(operation, headers, parameters);
        host(headers);
        return request(operation, headers, parameters);
    }

    /** Remembers what an answer holds, for later requests. */
    void learn(JsonNode answer) {
        if (answer.isArray()) {
            answer.values().forEach(this::learn);
        }
        for (var field : answer.properties()) {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                remember(field.getKey(), field.getValue().asString());
            } else {
                learn(field.getValue());
            }
        }
    }

    /**
     * The owner's id is on every list of clients, and is not to be played with: a new secret would lock out the test
     * itself.
     */
    void remember(String name, String value) {
        if (name.equals("client_id") && value.equals("owner")) {
            return;
        }
        var values = seen.computeIfAbsent(name, unused -> new ArrayList<>());
        values.add(value);
        if (values.size() > REMEMBERED) {
            values.remove(1);
        }
    }

    private WireRequest request(
            OperationDeclaration operation,
            Map<String, List<String>> headers,
            List<Map.Entry<String, String>> parameters) {
        var method = chance(55)
                ? "POST"
                : chance(93) ? "GET" : any(List.of("PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "post", "TRACE"));
        var path = chance(97) ? operation.path() : spoiltPath(operation.path());
        boolean json = operation.path().startsWith("/oauth/") && chance(30);
        var inQuery = new ArrayList<Map.Entry<String, String>>();
        var inBody = new ArrayList<Map.Entry<String, String>>();
        int queried = method.equals("POST") ? 10 : 90;
        parameters.forEach(parameter -> (chance(queried) ? inQuery : inBody).add(parameter));
        byte[] body;
        if (json) {
            headers.put("content-type", List.of("application/json"));
            body = jsonBody(inBody).getBytes(StandardCharsets.UTF_8);
        } else {
            if (!inBody.isEmpty() && chance(95)) {
                headers.put(
                        "content-type",
                        List.of(any(List.of(
                                "application/x-www-form-urlencoded",
                                "application/x-www-form-urlencoded; charset=utf-8",
                                "text/plain",
                                "multipart/form-data"))));
                if (chance(90)) {
                    headers.put("content-type", List.of("application/x-www-form-urlencoded"));
                }
            }
            body = encoded(inBody).getBytes(StandardCharsets.UTF_8);
        }
        if (chance(1)) {
            body = spoilt(body);
        }
        return new WireRequest(
                method,
                path,
                chance(99)
                        ? encoded(inQuery)
                        : encoded(inQuery) + any(List.of("&%", "&=%zz", "&a=%c0%80", "&&&", "&=", "&a=%ff")),
                headers,
                body,
                InetAddress.getLoopbackAddress());
    }

    private List<Map.Entry<String, String>> parameters(OperationDeclaration operation) {
        var parameters = new ArrayList<Map.Entry<String, String>>();
        for (var parameter : operation.arguments().parameters()) {
            boolean wanted = parameter.presence().isNeeded(false) ? chance(95) : chance(30);
            if (wanted) {
                parameters.add(Map.entry(parameter.name(), value(operation, parameter)));
            }
            if (chance(2)) {
                parameters.add(Map.entry(parameter.name(), value(operation, parameter)));
            }
        }
        // Where one of several must be there, and where several must not: now and then as asked, now and then not.
        for (var group : operation.arguments().oneOf()) {
            if (chance(80) && parameters.stream().noneMatch(given -> group.contains(given.getKey()))) {
                var name = any(group);
                parameters.add(Map.entry(name, named(name)));
            }
        }
        if (operation.arguments().takesForm()) {
            for (var field : List.of(
                    "signInEmailAddress",
                    "currentPassword",
                    "emailAddress",
                    "newPassword",
                    "newPasswordConfirm",
                    "givenName",
                    "birthday",
                    "birthdate[dateselect_year]",
                    "birthdate[dateselect_month]",
                    "birthdate[dateselect_day]",
                    "token")) {
                // A form gets past its own judgement when most of it is there.
                if (chance(field.equals("token") ? 50 : 80)) {
                    parameters.add(Map.entry(field, chance(90) ? field(field) : any(HOSTILE)));
                }
            }
        }
        if (chance(5)) {
            parameters.add(Map.entry(chance(50) ? any(HOSTILE) : "application_id", chance(50) ? "shop" : any(HOSTILE)));
        }
        return parameters;
    }

    private void credentials(
            OperationDeclaration operation,
            Map<String, List<String>> headers,
            List<Map.Entry<String, String>> parameters) {
        boolean form = operation.arguments().takesForm();
        int choice = random.nextInt(100);
        if (form && choice < 80) {
            parameters.add(Map.entry("client_id", "login"));
        } else if (choice < 70) {
            headers.put(
                    "authorization",
                    List.of(SimulatorFixture.basic(known("fuzz client id"), known("fuzz client secret"))));
        } else if (choice < 78) {
            parameters.add(Map.entry("client_id", known("fuzz client id")));
            parameters.add(Map.entry("client_secret", chance(90) ? known("fuzz client secret") : any(HOSTILE)));
        } else if (choice < 84) {
            headers.put("authorization", List.of("OAuth " + known("accessToken", "access_token")));
        } else if (choice < 88) {
            parameters.add(Map.entry("access_token", known("accessToken", "access_token")));
        } else if (choice < 91) {
            parameters.add(Map.entry("creation_token", known("creation_token", "creationToken")));
        } else if (choice < 94) {
            headers.put("authorization", List.of(SimulatorFixture.basic(known("client_id"), known("client_secret"))));
        } else if (choice < 97) {
            headers.put(
                    "authorization",
                    List.of(any(List.of(
                            "",
                            "Basic",
                            "Basic !!!!",
                            "Basic eA==",
                            "Bearer x",
                            "Signature",
                            "Signature login:nonsense",
                            "OAuth",
                            "Digest a=b",
                            "\u00e4\u00f6"))));
            headers.put("date", List.of(any(List.of("2026-03-01 12:00:00", "never", "Sun, 01 Mar 2026 12:00:00 GMT"))));
        }
    }

    private void host(Map<String, List<String>> headers) {
        headers.put(
                "host",
                List.of(
                        chance(94)
                                ? "127.0.0.1:8080"
                                : any(List.of(
                                        "shop.janraincapture.com",
                                        "nowhere.janraincapture.com",
                                        "",
                                        "[::1]:80",
                                        "x:y:z",
                                        "a b"))));
        if (chance(3)) {
            headers.put("x-application-id", List.of(any(List.of("shop", "nowhere", "", "\u0000"))));
        }
    }

    private String value(OperationDeclaration operation, Parameter parameter) {
        if (chance(7)) {
            return any(HOSTILE);
        }
        if (parameter.name().equals("form") && chance(60)) {
            return FORMS.getOrDefault(operation.path(), "noForm");
        }
        return switch (parameter.kind()) {
            case TEXT -> parameter.name().equals("type_name") ? typeName(operation.path()) : named(parameter.name());
            case PATH, UUID -> named(parameter.name());
            case JSON_TEXT -> "\"" + any(List.of("a", "", "describes itself")) + "\"";
            case JSON_TEXTS_BY_NAME -> "{\"key1\":" + texts(parameter.name()) + "}";
            case JSON, JSON_OBJECT, JSON_ARRAY -> jsonNamed(parameter.name());
            case JSON_TEXTS -> texts(parameter.name());
            case WHOLE ->
                parameter.name().equals("id")
                        ? known("id")
                        : any(List.of("0", "1", "2", "10", "100", "-1", "999999999999999999", "1.5", known("id")));
            case FLAG -> any(List.of("true", "true", "false", "1", "0", "yes"));
            case TIME ->
                any(List.of(known("created"), known("lastUpdated"), "2026-03-01", "2026-03-01 12:00:00", "now"));
        };
    }

    /** What destroys a type is for the types that are there for that, or nothing would be left to run into. */
    private String typeName(String path) {
        boolean destroys = path.equals("/entityType.delete") || path.equals("/entity.purge");
        boolean changes = path.startsWith("/entityType.") && !path.equals("/entityType.addAttribute");
        int pets = destroys ? 100 : changes ? 90 : 15;
        return chance(pets) ? "pet" + random.nextInt(4) : chance(97) ? "user" : "none";
    }

    private String jsonNamed(String name) {
        return switch (name) {
            case "attributes" -> attributes();
            case "value" -> attributeValue(any(ATTRIBUTES));
            case "key_value" -> named(name);
            case "settings" -> "{\"historySize\":" + any(List.of("0", "2", "5", "null", "11", "\"2\"")) + "}";
            case "constraints" -> "[\"" + constraint() + "\"]";
            case "all_attributes" -> array(this::attributes);
            case "attr_def" -> definition(2);
            case "attr_defs" -> array(() -> definition(2));
            case "items" -> any(List.of("{\"key1\":\"a\",\"key2\":\"\"}", "{\"key1\":null}", json(2)));
            default -> json(3);
        };
    }

    private String named(String name) {
        return switch (name) {
            case "uuid" -> known("uuid");
            case "id" -> known("id");
            case "client_id" -> "login";
            case "key_attribute" -> any(List.of("/email", "email", "/uuid", "/tag", "/givenName", "/profiles/domain"));
            case "key_value" ->
                any(List.of("\"" + address() + "\"", "\"" + address() + "\"", "1", "null", "[]", json(1)));
            case "attribute_name", "source_name", "target_name", "password_attribute", "property" -> path();
            case "filter" -> filter(3);
            case "code" -> known("authorizationCode", "authorization_code", "code");
            case "verification_code" -> known("verification_code", "verificationCode");
            case "refresh_token" -> known("refresh_token", "refreshToken");
            case "access_token" -> known("accessToken", "access_token");
            case "grant_type" -> any(List.of("authorization_code", "authorization_code", "refresh_token", "password"));
            case "redirect_uri" ->
                any(List.of(
                        "https://shop.example/cb",
                        "https://shop.example/cb",
                        "https://shop.example/cb",
                        "no uri",
                        "http://["));
            case "response_type" -> any(List.of("token", "code", "code_and_token", "cod"));
            case "flow" -> any(List.of("standard", "standard", "telling", "telling", "other"));
            case "flow_version" -> any(List.of("20260101000000000000", "20260101000000000000", "HEAD", "1"));
            case "locale" -> any(List.of("en-US", "en-US", "en-US", "de-DE", "x"));
            case "form" ->
                any(List.of(
                        "signInForm",
                        "registrationForm",
                        "socialRegistrationForm",
                        "forgotPasswordForm",
                        "editProfileForm",
                        "newPasswordForm",
                        "changePasswordForm",
                        "resendVerificationForm",
                        "noForm"));
            case "password_value" -> any(List.of("her-password", "other-password"));
            case "for_client_id", "client_id_for_deletion" -> known("client_id");
            case "key" -> "key" + random.nextInt(5);
            default -> name.contains("token") ? known(name) : chance(50) ? json(2) : text();
        };
    }

    private String field(String field) {
        return switch (field) {
            case "signInEmailAddress", "emailAddress" -> address();
            case "birthday" -> any(List.of("1815-12-10", "tomorrow"));
            case "birthdate[dateselect_year]" -> any(List.of("1815", "1900", "1815"));
            case "birthdate[dateselect_month]" -> any(List.of("12", "2", "12"));
            case "birthdate[dateselect_day]" -> any(List.of("10", "29", "10"));
            case "token" -> known("social token");
            default -> any(List.of("her-password", "her-password", "other-password", "short"));
        };
    }

    private String address() {
        return "p" + random.nextInt(12) + "@example.com";
    }

    private String attributes() {
        return "{"
                + IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> any(ATTRIBUTES))
                        .distinct()
                        .map(name -> "\"" + name + "\":" + attributeValue(name))
                        .collect(Collectors.joining(","))
                + "}";
    }

    private String attributeValue(String name) {
        if (chance(15)) {
            return json(2);
        }
        return switch (name) {
            case "email" -> "\"" + address() + "\"";
            case "password" -> "\"her-password\"";
            case "birthday" -> any(List.of("\"1815-12-10\"", "\"2026-02-30\"", "null"));
            case "emailVerified", "created", "lastUpdated" ->
                any(List.of("\"2026-03-01 12:00:00 +0000\"", "\"soon\"", "null"));
            case "profiles" ->
                any(List.of(
                        "[]",
                        "[{\"domain\":\"a\",\"identifier\":\"b\"}]",
                        "[{\"domain\":\"a\"},{\"domain\":\"a\"}]",
                        "[{\"id\":1,\"domain\":\"c\"}]",
                        "[{\"profile\":" + json(2) + "}]"));
            case "weight" -> any(List.of("1", "1.10", "1e5", "-0.0", "1e400", "true"));
            case "home" -> "{\"city\":\"" + any(List.of("London", "L4", "")) + "\"}";
            case "address" -> any(List.of("\"127.0.0.1\"", "\"1.2.3.400\"", "\"::1\""));
            default -> "\"" + any(List.of("a", "ab", "abcdefgh", "7", "\\u0000", "\\ud83d\\ude00", "")) + "\"";
        };
    }

    private String array(Supplier<String> element) {
        return "["
                + IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> element.get())
                        .collect(Collectors.joining(","))
                + "]";
    }

    private String texts(String name) {
        return "["
                + IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> switch (name) {
                            case "features" ->
                                any(List.of("owner", "login_client", "direct_access", "access_issuer", "pilot"));
                            case "whitelist" -> any(List.of("0.0.0.0/0", "127.0.0.0/8", "10.0.0.0/33", "::/0"));
                            case "constraints" -> constraint();
                            case "sort_on", "attributes" -> any(ATTRIBUTES);
                            case "uuids" -> known("uuid");
                            default -> "key" + random.nextInt(5);
                        })
                        .map(text -> "\"" + text + "\"")
                        .collect(Collectors.joining(","))
                + "]";
    }

    private String constraint() {
        return any(List.of(
                "required",
                "unique",
                "locally-unique",
                "alphabetic",
                "alphanumeric",
                "unicode-letters",
                "unicode-printable",
                "email-address",
                "purple"));
    }

    private String definition(int depth) {
        var type = any(TYPES);
        var definition =
                new StringBuilder("{\"name\":\"" + any(ATTRIBUTES) + (chance(40) ? random.nextInt(3) : "") + "\"");
        definition.append(",\"type\":\"").append(type).append('"');
        if (chance(20)) {
            definition.append(",\"length\":").append(any(List.of("2", "0", "-1", "1e3", "\"3\"", "99999999999")));
        }
        if (chance(30)) {
            definition.append(",\"constraints\":[\"").append(constraint()).append("\"]");
        }
        if (chance(5)) {
            definition.append(",\"features\":").append(json(2));
        }
        if (depth > 0 && (type.equals("object") || type.equals("plural")) && chance(90)) {
            definition.append(",\"attr_defs\":[").append(definition(depth - 1)).append(']');
        }
        return definition.append('}').toString();
    }

    private String path() {
        return any(List.of("/", "/", ""))
                + any(ATTRIBUTES)
                + any(List.of("", "", "", "#1", "#" + known("id"), "/domain", "#1/domain", ".domain", "/"));
    }

    private String filter(int depth) {
        if (depth > 0 && chance(40)) {
            return any(List.of("(", "not (", ""))
                    + filter(depth - 1)
                    + any(List.of(" and ", " or ", " AND ", " xor "))
                    + filter(depth - 1)
                    + (chance(60) ? ")" : "");
        }
        return path().replace("/", chance(90) ? "" : "/")
                + any(List.of(" = ", " != ", " > ", " < ", " >= ", " <= ", " is ", " is not ", " contains ", "="))
                + any(List.of(
                        "'a'",
                        "'" + address() + "'",
                        "1",
                        "1e999999999",
                        "null",
                        "true",
                        "'2026-03-01'",
                        "''",
                        "'\\'",
                        "-1.5"));
    }

    private String json(int depth) {
        int choice = random.nextInt(depth > 0 ? 10 : 7);
        return switch (choice) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> any(List.of("0", "-1", "1.50", "1e3", "1e-400", "1e400", "12345678901234567890123", "1E+99999"));
            case 3, 4 ->
                "\"" + any(List.of("a", "", "\\u0000", "\\ud800", "2026-03-01", "x@example.com", "$2a$04$x")) + "\"";
            case 5 -> "[]";
            case 6 -> "{}";
            case 7 -> "[" + json(depth - 1) + "," + json(depth - 1) + "]";
            case 8 -> "{\"" + any(ATTRIBUTES) + "\":" + json(depth - 1) + "}";
            default -> "{\"type\":" + json(depth - 1) + ",\"value\":" + json(depth - 1) + "}";
        };
    }

    private String text() {
        var signs = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            signs.appendCodePoint(
                    chance(80) ? ' ' + random.nextInt(95) : any(List.of(0, 9, 10, 127, 0xE4, 0x3B1, 0x1F600, 0xFFFF)));
        }
        return signs.toString();
    }

    private String known(String... names) {
        for (var name : names) {
            var values = seen.getOrDefault(name, List.of());
            if (!values.isEmpty() && chance(92)) {
                return any(values);
            }
        }
        return any(List.of("00000000-0000-0000-0000-000000000000", "1", "unknown-but-plausible-value"));
    }

    private String jsonBody(List<Map.Entry<String, String>> parameters) {
        if (chance(5)) {
            return any(HOSTILE);
        }
        return "{"
                + parameters.stream()
                        .map(each -> SimulatorFixture.quoted(each.getKey()) + ":"
                                + (chance(90) ? SimulatorFixture.quoted(each.getValue()) : json(2)))
                        .collect(Collectors.joining(","))
                + "}";
    }

    private static String encoded(List<Map.Entry<String, String>> parameters) {
        return parameters.stream()
                .map(each -> URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private byte[] spoilt(byte[] body) {
        var spoilt = new ByteArrayOutputStream();
        int at = body.length == 0 ? 0 : random.nextInt(body.length);
        spoilt.writeBytes(Arrays.copyOf(body, at));
        spoilt.write(random.nextInt(256));
        spoilt.writeBytes(Arrays.copyOfRange(body, at, body.length));
        return spoilt.toByteArray();
    }

    private String spoiltPath(String path) {
        return any(List.of(
                "/", path + "/", path.toUpperCase(Locale.ROOT), "/" + path, path + ".x", "/nothing", path + "%00"));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
