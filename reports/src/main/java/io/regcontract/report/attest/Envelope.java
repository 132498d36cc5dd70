package io.regcontract.report.attest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A signed statement: a DSSE envelope, version 1. What is signed is the type and the bytes of the payload together, so
 * neither can be exchanged.
 */
final class Envelope {

    static final String IN_TOTO = "application/vnd.in-toto+json";

    private final String payloadType;
    private final byte[] payload;
    private final List<byte[]> signatures;

    /**
     * @param payloadType what the payload is
     * @param payload its bytes, exactly those that were signed
     * @param signatures the bytes of each. Their key ids are not kept: they are hints that anyone can write
     */
    Envelope(String payloadType, byte[] payload, List<byte[]> signatures) {
        this.payloadType = payloadType;
        this.payload = payload.clone();
        this.signatures = List.copyOf(signatures);
    }

    String payloadType() {
        return payloadType;
    }

    byte[] payload() {
        return payload.clone();
    }

    List<byte[]> signatures() {
        return signatures;
    }

    /** Signs a payload. */
    static Envelope signed(String payloadType, byte[] payload, SigningKey key) {
        return new Envelope(payloadType, payload, List.of(key.sign(preAuthentication(payloadType, payload))));
    }

    /** Whether one of the signatures is by a key. */
    boolean isSignedBy(VerificationKey key) {
        var message = preAuthentication(payloadType, payload);
        return signatures.stream().anyMatch(signature -> key.verifies(message, signature));
    }

    /** DSSE's pre-authentication encoding; each length is that of the bytes. */
    static byte[] preAuthentication(String payloadType, byte[] payload) {
        var type = payloadType.getBytes(StandardCharsets.UTF_8);
        var message = new ByteArrayOutputStream();
        message.writeBytes(("DSSEv1 " + type.length + " ").getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(type);
        message.writeBytes((" " + payload.length + " ").getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(payload);
        return message.toByteArray();
    }

    /**
     * The text of its file. The key id is there and empty: some readers demand it, and those in Go, cosign among them,
     * pass over a signature whose key id is not the one they compute themselves.
     */
    String text() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("payloadType", payloadType)
                .put("payload", Base64.getEncoder().encodeToString(payload));
        var all = json.putArray("signatures");
        signatures.forEach(signature ->
                all.addObject().put("keyid", "").put("sig", Base64.getEncoder().encodeToString(signature)));
        return StrictJson.text(json);
    }

    /**
     * The envelope in a file's JSON.
     *
     * @throws AttestationException when it is none
     */
    static Envelope of(JsonNode json) {
        if (json.path("_type").isString()) {
            throw new AttestationException(
                    "It is an unsigned statement.", "Have it signed: gate --attest FILE --sign KEY.");
        }
        if (json.has("dsseEnvelope") || json.path("mediaType").asString("").contains("sigstore.bundle")) {
            throw new AttestationException(
                    "It is a Sigstore bundle.", "Check it with cosign or with gh attestation verify.");
        }
        if (!json.path("payloadType").isString()
                || !json.path("payload").isString()
                || !json.path("signatures").isArray()) {
            throw new AttestationException(
                    "It is no DSSE envelope: it has no payloadType, no payload or no signatures.",
                    "Name a file that gate --attest --sign wrote.");
        }
        if (json.path("signatures").isEmpty()) {
            throw new AttestationException(
                    "It is an envelope without a signature.", "Have it signed: gate --attest FILE --sign KEY.");
        }
        var signatures = new ArrayList<byte[]>();
        json.path("signatures")
                .forEach(signature ->
                        signatures.add(decoded("sig", signature.path("sig").asString(""))));
        return new Envelope(
                json.path("payloadType").stringValue(),
                decoded("payload", json.path("payload").stringValue()),
                signatures);
    }

    /** Either alphabet of base64, as DSSE has it. */
    private static byte[] decoded(String field, String base64) {
        try {
            return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException damaged) {
            throw new AttestationException(
                    "Its " + field + " is no base64: it was damaged on its way.", "Fetch the file again.");
        }
    }
}
