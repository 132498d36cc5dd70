package io.regcontract.report.attest;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The digests by which a release may be named: those of in-toto's digest sets (spec/v1/digest_set.md) that have a fixed
 * length and against which no collision is known. Ordered by how often they are met.
 */
enum DigestAlgorithm {
    SHA256("sha256", 64),
    SHA512("sha512", 128),
    SHA384("sha384", 96),
    SHA224("sha224", 56),
    SHA512_256("sha512_256", 64),
    SHA512_224("sha512_224", 56),
    SHA3_256("sha3_256", 64),
    SHA3_512("sha3_512", 128),
    SHA3_384("sha3_384", 96),
    SHA3_224("sha3_224", 56),
    BLAKE2B("blake2b", 128),
    BLAKE2S("blake2s", 64),
    SM3("sm3", 64),
    DIR_HASH("dirHash", 64),
    /** A git object's name: SHA-1 in most repositories, SHA-256 in new ones. */
    GIT_COMMIT("gitCommit", 40, 64),
    GIT_TREE("gitTree", 40, 64),
    GIT_TAG("gitTag", 40, 64),
    GIT_BLOB("gitBlob", 40, 64);

    /** In-toto knows them as well, and anyone can make two files with one digest. */
    static final Set<String> TOO_WEAK = Set.of("md5", "sha1", "ripemd160", "gost");

    private final String key;
    private final int length;
    private final int otherLength;

    DigestAlgorithm(String key, int length) {
        this(key, length, length);
    }

    DigestAlgorithm(String key, int length, int otherLength) {
        this.key = key;
        this.length = length;
        this.otherLength = otherLength;
    }

    /** Its name in a digest set. */
    String key() {
        return key;
    }

    static Optional<DigestAlgorithm> of(String key) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.key.equals(key))
                .findFirst();
    }

    /** Whether a text is such a digest: hexadecimal, lower case, of the right length. */
    boolean matches(String digest) {
        return (digest.length() == length || digest.length() == otherLength) && digest.matches("[0-9a-f]+");
    }

    /** How long one is, in words. */
    String form() {
        return length + (length == otherLength ? "" : " or " + otherLength) + " hexadecimal digits in lower case";
    }
}
