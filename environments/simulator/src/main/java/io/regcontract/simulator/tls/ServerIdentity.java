package io.regcontract.simulator.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;

/**
 * A server's certificate that is made at the start, and the authority that signed it. Clients trust the authority: some
 * refuse a server whose certificate is an authority itself, and phones install nothing else. The key of the authority
 * is forgotten at once, so that what trusts it trusts this one server only.
 *
 * @param authority what clients have to trust
 * @param server what the server shows them
 * @param context key and certificates, for the server's sockets
 */
public record ServerIdentity(X509Certificate authority, X509Certificate server, SSLContext context) {

    private static final char[] IN_MEMORY = new char[0];

    /**
     * Makes keys and certificates. The first time in a process the JDK loads its cryptography, which takes longer than
     * all that follows.
     *
     * @param names what the server is called by
     * @param now from a day before to a little more than a year after which it is valid
     */
    public static ServerIdentity make(CertificateNames names, Instant now) {
        try {
            // The time in the name tells authorities of several starts from each other, where a phone lists them.
            var writer = new CertificateWriter(
                    keys(),
                    new X500Principal("CN=regcontract simulator authority " + now.truncatedTo(ChronoUnit.SECONDS)),
                    now);
            var authority = writer.authority();
            var keys = keys();
            var server = writer.server(new X500Principal("CN=regcontract simulator"), keys.getPublic(), names);
            var store = empty();
            store.setKeyEntry("server", keys.getPrivate(), IN_MEMORY, new X509Certificate[] {server, authority});
            return new ServerIdentity(authority, server, serving(store, IN_MEMORY));
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("this Java cannot make a certificate", impossible);
        }
    }

    /** For clients in the same process: trusts this server, and no other. */
    public SSLContext trusting() {
        try {
            var store = empty();
            store.setCertificateEntry("authority", authority);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var trusting = SSLContext.getInstance("TLS");
            trusting.init(null, trust.getTrustManagers(), null);
            return trusting;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("this Java cannot trust a certificate", impossible);
        }
    }

    /** A context that serves with the keys of a store. */
    static SSLContext serving(KeyStore store, char[] password) throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        var serving = SSLContext.getInstance("TLS");
        serving.init(keys.getKeyManagers(), null, null);
        return serving;
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
