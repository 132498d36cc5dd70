package io.regcontract.report.attest;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/** A private key that signs attestations: PKCS#8 in PEM, not encrypted. */
public final class SigningKey {

    static final String OPTION = "--sign";

    private static final String MAKE_ONE =
            "Make one with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem";

    private final KeyKind kind;
    private final PrivateKey key;

    private SigningKey(KeyKind kind, PrivateKey key) {
        this.kind = kind;
        this.key = key;
    }

    /**
     * Reads a key.
     *
     * @throws AttestationException when the file has none that signs here; the message says how to get one
     */
    public static SigningKey read(Path file) {
        var pem = PemFile.read(OPTION, file);
        switch (pem.label()) {
            case "PRIVATE KEY" -> {}
            case "ENCRYPTED PRIVATE KEY" ->
                throw new AttestationException(
                        "The key " + file + " is encrypted, and no password is asked for here.",
                        "Decrypt it where only the job can read it: openssl pkey -in " + file + " -out plain.pem");
            case "EC PRIVATE KEY" ->
                throw new AttestationException(
                        "The key " + file + " is not in PKCS#8.",
                        "Convert it with: openssl pkcs8 -topk8 -nocrypt -in " + file + " -out pkcs8.pem");
            case "ENCRYPTED SIGSTORE PRIVATE KEY", "ENCRYPTED COSIGN PRIVATE KEY" ->
                throw new AttestationException(
                        "The key " + file + " is in the form that only cosign reads.",
                        "Leave --sign out, and sign with cosign.");
            case "PUBLIC KEY" ->
                throw new AttestationException(
                        "The file " + file + " has a public key.", "Name the private key that belongs to it.");
            default ->
                throw new AttestationException(
                        "The file " + file + " has a " + pem.label() + ", which does not sign here.", MAKE_ONE);
        }
        for (var kind : KeyKind.values()) {
            try {
                var key = KeyFactory.getInstance(kind.keyAlgorithm())
                        .generatePrivate(new PKCS8EncodedKeySpec(pem.content()));
                if (KeyKind.of(key).filter(kind::equals).isPresent()) {
                    return new SigningKey(kind, key);
                }
            } catch (GeneralSecurityException anotherKind) {
                // Said below, when it is of none.
            }
        }
        throw new AttestationException(
                "The key " + file + " is neither of ECDSA P-256 nor of Ed25519, or it is damaged.", MAKE_ONE);
    }

    /** What kind of key it is, for a person. */
    public String kind() {
        return kind.words();
    }

    byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(kind.signatureAlgorithm());
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException broken) {
            throw new AttestationException(
                    "The key cannot sign: " + broken.getMessage() + ".", "Make another one, and name it with --sign.");
        }
    }
}
