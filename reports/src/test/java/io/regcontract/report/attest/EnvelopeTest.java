package io.regcontract.report.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is signed and how it is written, against the values that DSSE publishes: protocol.md ("Test Vectors", ECDSA) and
 * testvectors/vectors.json (Ed25519, with the first key of RFC 8032, 7.1) of github.com/secure-systems-lab/dsse.
 */
class EnvelopeTest {

    private static final String PUBLIC_OF_RFC_8032 = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    private static final String SEED_OF_RFC_8032 = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private static final String STATEMENT = "eyJfdHlwZSI6Imh0dHBzOi8vaW4tdG90by5pby9TdGF0ZW1lbnQvdjEifQ==";
    private static final String SIGNATURE =
            "2WAfaHm5jluo0w+0rk8uVkluELJYWjSmU9x7EUzx+AyteDGJ4/nqyJXfmAUVFIAoQafWm7AxBZNw5M9ixNHiCA==";

    @TempDir
    private Path directory;

    @Test
    void encodesWhatIsSignedAsTheProtocolDoes() {
        assertThat(preAuthentication("http://example.com/HelloWorld", "hello world"))
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
        assertThat(preAuthentication("", "")).isEqualTo("DSSEv1 0  0 ");
    }

    /** A length is that of the bytes. */
    @Test
    void countsBytesAndNotCharacters() {
        assertThat(preAuthentication("application/vnd.ex\u00e4mple+json", "\u00e9"))
                .isEqualTo("DSSEv1 29 application/vnd.ex\u00e4mple+json 2 \u00e9");
    }

    private static String preAuthentication(String type, String payload) {
        return new String(
                Envelope.preAuthentication(type, payload.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "one signature,application/vnd.in-toto+json," + STATEMENT + "," + SIGNATURE,
        "the alphabet for addresses,application/vnd.in-toto+json,-_-_Pj8=,"
                + "P-_KHICeR7tI6S_YyejJTRtrXhcQyQ2LYPaL8h90KjC9qN8HU_svOQ6TuDOT1HIrsGW886DbWNWcCmX5twLrAw==",
        "a type that is not ASCII,application/vnd.ex\u00e4mple+json," + STATEMENT + ","
                + "xmSk/ug66ysT7ayhkCIjhAq42zgZXSsEWuzUaNL7w2eGAdF/NU6/fRXPtmfN+5DNSAs5/i2lUnHjbbjPsu0tAw==",
        "an empty payload,application/vnd.in-toto+json,'',"
                + "gSggCAaTLTYyRH6FIDBem6meyIynsYy8RTHVzwx9tnTb7Bg/1jMWnuVgI/gffqmbsC2VX5/jHfkkDqsj7CDbDg==",
    })
    void acceptsWhatThePublishedKeySigned(String what, String type, String payload, String sig) {
        assertThat(envelope(type, payload, sig).isSignedBy(keyOfRfc8032())).isTrue();
    }

    @Test
    void refusesASignatureUnderAnotherType() {
        assertThat(envelope("application/vnd.example.other+json", STATEMENT, SIGNATURE)
                        .isSignedBy(keyOfRfc8032()))
                .isFalse();
    }

    /** Ed25519 gives the same bytes each time, so they can be compared. */
    @Test
    void signsToTheBytesThatArePublished() {
        var der = HexFormat.of().parseHex("302e020100300506032b657004220420" + SEED_OF_RFC_8032);
        var key = SigningKey.read(KeyFiles.write(directory.resolve("rfc8032.pem"), "PRIVATE KEY", der));

        var signed = Envelope.signed(Envelope.IN_TOTO, Base64.getDecoder().decode(STATEMENT), key);

        assertThat(signed.signatures()).containsExactly(Base64.getDecoder().decode(SIGNATURE));
        assertThat(signed.text()).contains("\"payload\" : \"" + STATEMENT + "\"", "\"sig\" : \"" + SIGNATURE + "\"");
    }

    /** The page writes r and s side by side; cosign and openssl write them as DER, and so do we. */
    @Test
    void acceptsThePublishedEcdsaSignatureOnceItIsDer() throws GeneralSecurityException {
        var named = AlgorithmParameters.getInstance("EC");
        named.init(new ECGenParameterSpec("secp256r1"));
        var point = new ECPoint(
                new BigInteger("46950820868899156662930047687818585632848591499744589407958293238635476079160"),
                new BigInteger("5640078356564379163099075877009565129882514886557779369047442380624545832820"));
        var encoded = KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, named.getParameterSpec(ECParameterSpec.class)))
                .getEncoded();
        var key = VerificationKey.read(KeyFiles.write(directory.resolve("dsse.pem"), "PUBLIC KEY", encoded));
        var raw = Base64.getDecoder()
                .decode("A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==");
        var payload = "hello world".getBytes(StandardCharsets.UTF_8);

        assertThat(new Envelope("http://example.com/HelloWorld", payload, List.of(der(raw))).isSignedBy(key))
                .isTrue();
        assertThat(new Envelope("http://example.com/HelloWorld", payload, List.of(raw)).isSignedBy(key))
                .isFalse();
    }

    private static byte[] der(byte[] raw) {
        var r = new BigInteger(1, Arrays.copyOfRange(raw, 0, 32)).toByteArray();
        var s = new BigInteger(1, Arrays.copyOfRange(raw, 32, 64)).toByteArray();
        var der = new ByteArrayOutputStream();
        der.writeBytes(new byte[] {0x30, (byte) (4 + r.length + s.length)});
        for (var number : List.of(r, s)) {
            der.writeBytes(new byte[] {0x02, (byte) number.length});
            der.writeBytes(number);
        }
        return der.toByteArray();
    }

    @Test
    void writesEcdsaSignaturesAsDer() {
        var key = SigningKey.read(KeyFiles.ecdsa(directory, "k").signing());

        var signature = Envelope.signed("t", new byte[0], key).signatures().get(0);

        assertThat(signature).startsWith(0x30, signature.length - 2, 0x02);
    }

    /** Anyone can add a signature, and write any key id. */
    @Test
    void takesOneRightSignatureAmongOthersWhateverTheirKeyIds() {
        var envelope = Envelope.of(json("{\"payloadType\":\"" + Envelope.IN_TOTO + "\",\"payload\":\"" + STATEMENT
                + "\",\"signatures\":[{\"keyid\":\"right\",\"sig\":\"AAAA\"},{\"keyid\":\"wrong\",\"sig\":\""
                + SIGNATURE
                + "\"}]}"));

        assertThat(envelope.isSignedBy(keyOfRfc8032())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"text\"",
                "{}",
                "{\"payloadType\":\"t\",\"payload\":\"\"}",
                "{\"payloadType\":\"t\",\"payload\":1,\"signatures\":[{\"sig\":\"\"}]}",
                "{\"payloadType\":\"t\",\"payload\":\"\",\"signatures\":{\"sig\":\"\"}}"
            })
    void refusesWhatIsNoEnvelope(String json) {
        assertThatThrownBy(() -> Envelope.of(json(json)))
                .hasMessage("It is no DSSE envelope: it has no payloadType, no payload or no signatures."
                        + " Name a file that gate --attest --sign wrote.");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static Envelope envelope(String type, String payload, String sig) {
        return Envelope.of(JsonMapper.shared()
                .createObjectNode()
                .put("payloadType", type)
                .put("payload", payload)
                .set("signatures", json("[{\"keyid\":\"A\",\"sig\":\"" + sig + "\"}]")));
    }

    private VerificationKey keyOfRfc8032() {
        var der = HexFormat.of().parseHex("302a300506032b6570032100" + PUBLIC_OF_RFC_8032);
        return VerificationKey.read(KeyFiles.write(directory.resolve("rfc8032-public.pem"), "PUBLIC KEY", der));
    }
}
