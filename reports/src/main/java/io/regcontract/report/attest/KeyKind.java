package io.regcontract.report.attest;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of keys that sign here: those that the JDK, openssl and cosign all know how to use. */
enum KeyKind {
    /** The signature is DER, a sequence of r and s, as cosign and openssl write it. */
    ECDSA_P256("ECDSA P-256", "EC", "SHA256withECDSA"),
    ED25519("Ed25519", "EdDSA", "Ed25519");

    private final String words;
    private final String keyAlgorithm;
    private final String signatureAlgorithm;

    KeyKind(String words, String keyAlgorithm, String signatureAlgorithm) {
        this.words = words;
        this.keyAlgorithm = keyAlgorithm;
        this.signatureAlgorithm = signatureAlgorithm;
    }

    /** What people call it. */
    String words() {
        return words;
    }

    /** The JDK's name for the algorithm of its keys. */
    String keyAlgorithm() {
        return keyAlgorithm;
    }

    /** The JDK's name for the algorithm of its signatures. */
    String signatureAlgorithm() {
        return signatureAlgorithm;
    }

    /** The kind of a key, if it is one of these. */
    static Optional<KeyKind> of(Key key) {
        return Arrays.stream(values()).filter(kind -> kind.has(key)).findFirst();
    }

    private boolean has(Key key) {
        return this == ED25519
                ? key instanceof EdECKey edwards
                        && edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName())
                : key instanceof ECKey elliptic && isP256(elliptic.getParams());
    }

    private static boolean isP256(ECParameterSpec given) {
        try {
            var named = AlgorithmParameters.getInstance("EC");
            named.init(new ECGenParameterSpec("secp256r1"));
            var p256 = named.getParameterSpec(ECParameterSpec.class);
            return given.getCurve().equals(p256.getCurve())
                    && given.getGenerator().equals(p256.getGenerator())
                    && given.getOrder().equals(p256.getOrder());
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
