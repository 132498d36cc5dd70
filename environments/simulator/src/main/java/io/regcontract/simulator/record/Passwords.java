package io.regcontract.simulator.record;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.schema.AttributeType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Passwords as they are kept: {@code {"type": ..., "value": ..., "created": ...}}, as an export of 2025 has them.
 * New ones are hashed with bcrypt at a cost that a test tool can pay many times a second; do not take it as an
 * example for a service that guards people. Hashes of other kinds can be brought in from elsewhere and are compared
 * as what they are.
 */
public final class Passwords {

    /** The lowest cost bcrypt knows: about a millisecond for one log-in. */
    public static final int LOW_COST = 4;

    private static final String CREATED = "created";

    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

    private final int cost;

    /**
     * Hashes passwords.
     *
     * @param cost the cost of bcrypt: the number of rounds is two to this power
     */
    public Passwords(int cost) {
        this.cost = cost;
    }

    /** The password as it is kept. */
    public ObjectNode hash(String password) {
        var stored = Json.object();
        stored.put("type", AttributeType.PASSWORD_BCRYPT.documentedName());
        stored.put(
                "value",
                new String(
                        BCrypt.with(VERSION, LongPasswordStrategies.hashSha512(VERSION))
                                .hash(cost, password.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.US_ASCII));
        return stored;
    }

    /** A hash with the time it was set at; one that was brought in from elsewhere may know it. */
    static ObjectNode dated(ObjectNode hash, Instant now) {
        var dated = hash.deepCopy();
        return dated.hasNonNull(CREATED) ? dated : dated.put(CREATED, DateTimes.nanos(now));
    }

    /** Whether two hashes are the same, whenever they were set. */
    static boolean isSame(JsonNode one, JsonNode other) {
        return undated(one).equals(undated(other));
    }

    private static JsonNode undated(JsonNode hash) {
        if (!hash.isObject()) {
            return hash;
        }
        var undated = (ObjectNode) hash.deepCopy();
        undated.remove(CREATED);
        return undated;
    }

    /** Whether a stored password is this one. */
    public boolean matches(JsonNode stored, String password) {
        var value = stored.path("value");
        if (!value.isString()) {
            return false;
        }
        var bytes = password.getBytes(StandardCharsets.UTF_8);
        var expected = value.stringValue();
        return AttributeType.named(stored.path("type").stringValue(""))
                .map(type -> switch (type) {
                    case PASSWORD, PASSWORD_BCRYPT ->
                        BCrypt.verifyer(VERSION, LongPasswordStrategies.hashSha512(VERSION))
                                .verify(bytes, expected.getBytes(StandardCharsets.UTF_8))
                                .verified;
                    case PASSWORD_MD5 -> same(HexFormat.of().formatHex(digest("MD5", bytes)), expected);
                    case PASSWORD_SHA -> same(HexFormat.of().formatHex(digest("SHA-1", bytes)), expected);
                    case PASSWORD_BASE64 -> same(Base64.getEncoder().encodeToString(bytes), expected);
                    case PASSWORD_MD5_SALTED ->
                        same(
                                Base64.getEncoder()
                                        .encodeToString(digest(
                                                "MD5",
                                                (password + stored.path("salt").stringValue(""))
                                                        .getBytes(StandardCharsets.UTF_8))),
                                expected);
                    default -> false;
                })
                .orElse(false);
    }

    /** Whether a JSON object is a hash that can be kept as it is; says what is wrong if not. */
    static Optional<String> faultOf(JsonNode hash) {
        var type = AttributeType.named(hash.path("type").stringValue(""));
        if (type.filter(AttributeType::isPassword).isEmpty()) {
            return Optional.of("a password hash needs a known type");
        }
        if (!hash.path("value").isString()) {
            return Optional.of("a password hash needs a value");
        }
        return !hash.hasNonNull(CREATED) || hash.path(CREATED).isString()
                ? Optional.empty()
                : Optional.of("the time a password was created at is a string");
    }

    private static boolean same(String computed, String stored) {
        return MessageDigest.isEqual(
                computed.getBytes(StandardCharsets.UTF_8), stored.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has " + algorithm, absent);
        }
    }
}
