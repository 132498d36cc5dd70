package io.regcontract.report.attest;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;

/** A public key that attestations are checked with: SubjectPublicKeyInfo in PEM. */
public final class VerificationKey {

    private static final String OPTION = "--key";

    private final KeyKind kind;
    private final PublicKey key;

    private VerificationKey(KeyKind kind, PublicKey key) {
        this.kind = kind;
        this.key = key;
    }

    /**
     * Reads a key.
     *
     * @throws AttestationException when the file has none that checks here
     */
    public static VerificationKey read(Path file) {
        var pem = PemFile.read(OPTION, file);
        if (pem.label().endsWith("PRIVATE KEY")) {
            throw new AttestationException(
                    "The file " + file + " has a private key, and a check takes the public one.",
                    "Write it with: openssl pkey -in " + file + " -pubout -out public.pem");
        }
        if (!pem.label().equals("PUBLIC KEY")) {
            throw new AttestationException(
                    "The file " + file + " has a " + pem.label() + ", and no PUBLIC KEY.",
                    "Of a certificate, take its key: openssl x509 -in " + file + " -pubkey -noout");
        }
        for (var kind : KeyKind.values()) {
            try {
                var key = KeyFactory.getInstance(kind.keyAlgorithm())
                        .generatePublic(new X509EncodedKeySpec(pem.content()));
                if (KeyKind.of(key).filter(kind::equals).isPresent()) {
                    return new VerificationKey(kind, key);
                }
            } catch (GeneralSecurityException anotherKind) {
                // Said below, when it is of none.
            }
        }
        throw new AttestationException(
                "The key " + file + " is neither of ECDSA P-256 nor of Ed25519, or it is damaged.",
                "Name with --key the public key of the one that signed.");
    }

    /** What kind of key it is, for a person. */
    public String kind() {
        return kind.words();
    }

    /** Whether a signature is by the private key that belongs to this one. */
    boolean verifies(byte[] message, byte[] sig) {
        try {
            var signature = Signature.getInstance(kind.signatureAlgorithm());
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(sig);
        } catch (SignatureException noSignatureOfThisKind) {
            return false;
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
