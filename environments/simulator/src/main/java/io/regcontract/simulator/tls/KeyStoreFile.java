package io.regcontract.simulator.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import javax.net.ssl.SSLContext;

/** A file with the key and certificate of a server, in PKCS12 or JKS. */
public final class KeyStoreFile {

    private static final long LARGEST_IN_BYTES = 4L * 1024 * 1024;

    private KeyStoreFile() {}

    /**
     * Reads the file.
     *
     * @param password of the store, and of the key in it
     * @throws IllegalArgumentException when it cannot be used; the message is a sentence without its full stop
     */
    public static SSLContext read(Path file, char[] password) {
        refuseUnreadable(file);
        var store = opened(file, password);
        try {
            if (!hasKey(store)) {
                throw new IllegalArgumentException(
                        "the key store " + file + " has no private key; put key and certificate of the server into it");
            }
            return ServerIdentity.serving(store, password);
        } catch (UnrecoverableKeyException otherPassword) {
            throw new IllegalArgumentException(
                    "the password of the key store " + file
                            + " does not open the key in it; give store and key the same one",
                    otherPassword);
        } catch (GeneralSecurityException unusable) {
            throw damaged(file, unusable);
        }
    }

    private static KeyStore opened(Path file, char[] password) {
        try {
            return KeyStore.getInstance(file.toFile(), password);
        } catch (IOException unusable) {
            throw unusable.getCause() instanceof UnrecoverableKeyException
                    ? new IllegalArgumentException("the password does not open the key store " + file, unusable)
                    : damaged(file, unusable);
        } catch (GeneralSecurityException | RuntimeException unusable) {
            // Parsers of key stores throw unchecked exceptions for some damaged files.
            throw damaged(file, unusable);
        }
    }

    private static void refuseUnreadable(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("there is no key store " + file);
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("the key store " + file + " is no file that this user may read");
        }
        try {
            if (Files.size(file) > LARGEST_IN_BYTES) {
                throw new IllegalArgumentException(
                        "the key store " + file + " is larger than " + LARGEST_IN_BYTES + " bytes");
            }
        } catch (IOException gone) {
            throw new IllegalArgumentException("there is no key store " + file, gone);
        }
    }

    private static boolean hasKey(KeyStore store) throws KeyStoreException {
        for (var alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getCertificate(alias) != null) {
                return true;
            }
        }
        return false;
    }

    private static IllegalArgumentException damaged(Path file, Exception cause) {
        return new IllegalArgumentException(
                "the file " + file + " is damaged or no key store; PKCS12 and JKS are read", cause);
    }
}
