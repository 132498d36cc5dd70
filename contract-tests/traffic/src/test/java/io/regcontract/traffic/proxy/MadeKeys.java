package io.regcontract.traffic.proxy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A key with a certificate of its own, made by the JDK's keytool.
 *
 * @param store PKCS12
 * @param certificate PEM
 */
public record MadeKeys(Path store, Path certificate) {

    /** Of store and key. */
    public static final String PASSWORD = "only-for-this-test";

    /**
     * Makes them.
     *
     * @param name that the certificate bears, as {@code ip:127.0.0.1}
     */
    public static MadeKeys of(Path directory, String name)
            throws IOException, InterruptedException, GeneralSecurityException {
        var store = directory.resolve(name.replace(':', '-') + ".p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "key",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=" + name,
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        var said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (made.waitFor() != 0) {
            throw new AssertionError(said);
        }
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        var pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(keys.getCertificate("key").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        return new MadeKeys(store, Files.writeString(directory.resolve(name.replace(':', '-') + ".pem"), pem));
    }
}
