package io.regcontract.simulator.store.postgresql;

import io.regcontract.simulator.store.backend.UnusableStateException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Which schema of which database holds a state, and as whom to get there. Its text shows no secret. */
public final class PostgresqlAddress {

    private static final String PREFIX = "jdbc:postgresql:";
    private static final String EXAMPLE = PREFIX + "//HOST:PORT/DATABASE?user=USER";
    /** A host, with its port or without. */
    private static final String HOST = "(\\[[^\\]/]*]|[^\\[\\]/:,]*)(:[1-6]?\\d{1,4})?";
    /** Looked at before the driver does, which would complain on the console. */
    private static final Pattern PLACE = Pattern.compile("jdbc:postgresql:(//" + HOST + "(," + HOST + ")*/)?[^/]*");
    /** What stands for itself in SQL, and is no name of the system's own schemas. */
    private static final Pattern SCHEMA = Pattern.compile("(?!pg_)[a-z_][a-z0-9_]{0,62}");

    private static final Set<String> OF_THE_SYSTEM = Set.of("information_schema");
    private static final Set<PGProperty> SECRETS = Set.of(PGProperty.PASSWORD, PGProperty.SSL_PASSWORD);
    /** Seconds. */
    private static final int PATIENCE_WITH_A_CONNECTION = 10;

    private static final int PATIENCE_WITH_AN_ANSWER = 60;

    private final String url;
    private final Properties parameters;
    private final Optional<String> password;
    private final String schema;

    private PostgresqlAddress(String url, Properties parameters, Optional<String> password, String schema) {
        this.url = url;
        this.parameters = parameters;
        this.password = password;
        this.schema = schema;
    }

    /**
     * Checks an address, without going there.
     *
     * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE?user=USER}, with any parameter of the driver but passwords
     * @param user whom to connect as, when the URL does not say; the user of this process when neither does
     * @param password empty when the driver is to look in the user's password file, or none is needed
     * @throws UnusableStateException when it is no such address, or has a password in it
     */
    public static PostgresqlAddress of(String url, Optional<String> user, Optional<String> password, String schema) {
        if (!SCHEMA.matcher(schema).matches() || OF_THE_SYSTEM.contains(schema)) {
            throw new UnusableStateException("\"" + schema + "\" is no name for a schema; use up to 63 small letters,"
                    + " digits and underscores, a letter first, and not pg_");
        }
        if (!url.startsWith(PREFIX)) {
            throw new UnusableStateException(
                    "the address of a state in PostgreSQL begins with " + PREFIX + "; write " + EXAMPLE);
        }
        int question = url.indexOf('?');
        var place = question < 0 ? url : url.substring(0, question);
        if (place.contains("@")) {
            throw new UnusableStateException("the address of a state in PostgreSQL has no user or password before the"
                    + " host; write " + EXAMPLE + ", and the password where the process finds it: PGPASSWORD, or a"
                    + " password file");
        }
        var parameters = Optional.of(url)
                .filter(unused -> PLACE.matcher(place).matches())
                .map(address -> Driver.parseURL(address, new Properties()))
                .orElseThrow(() -> new UnusableStateException(
                        "the address " + place + " is none of a database; write " + EXAMPLE));
        refuseSecrets(question < 0 ? "" : url.substring(question + 1));
        user.filter(name -> PGProperty.USER.getOrDefault(parameters) == null)
                .ifPresent(name -> PGProperty.USER.set(parameters, name));
        return new PostgresqlAddress(url, parameters, password, schema);
    }

    String schema() {
        return schema;
    }

    /** Host and port, or several of them. */
    String server() {
        var hosts = text(PGProperty.PG_HOST).split(",", -1);
        var ports = text(PGProperty.PG_PORT).split(",", -1);
        var server = new StringBuilder();
        for (int i = 0; i < hosts.length; i++) {
            server.append(i == 0 ? "" : ", ").append(hosts[i]).append(':').append(ports[Math.min(i, ports.length - 1)]);
        }
        return server.toString();
    }

    String database() {
        return text(PGProperty.PG_DBNAME);
    }

    String user() {
        return text(PGProperty.USER);
    }

    boolean hasPassword() {
        return password.isPresent();
    }

    /** For sentences. */
    String name() {
        return "the state in schema " + schema + " of database " + database() + " at " + server();
    }

    /** Takes passwords out of what a driver says. */
    String withoutSecrets(String sentence) {
        return password.filter(secret -> !secret.isEmpty())
                .map(secret -> sentence.replace(secret, "***"))
                .orElse(sentence);
    }

    /** Makes connections; what the address does not say about time-outs is set to what suits a service. */
    PGSimpleDataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user());
        password.ifPresent(source::setPassword);
        if (isUnsaid(PGProperty.CONNECT_TIMEOUT)) {
            source.setConnectTimeout(PATIENCE_WITH_A_CONNECTION);
        }
        if (isUnsaid(PGProperty.SOCKET_TIMEOUT)) {
            source.setSocketTimeout(PATIENCE_WITH_AN_ANSWER);
        }
        if (isUnsaid(PGProperty.TCP_KEEP_ALIVE)) {
            source.setTcpKeepAlive(true);
        }
        if (isUnsaid(PGProperty.APPLICATION_NAME)) {
            source.setApplicationName("regcontract simulator");
        }
        // What is stored is no part of a message.
        source.setLogServerErrorDetail(false);
        return source;
    }

    private boolean isUnsaid(PGProperty property) {
        return !parameters.stringPropertyNames().contains(property.getName());
    }

    private String text(PGProperty property) {
        return String.valueOf(property.getOrDefault(parameters));
    }

    private static void refuseSecrets(String query) {
        for (var parameter : query.split("&", -1)) {
            var name = parameter.replaceFirst("=.*", "");
            if (name.isEmpty()) {
                continue;
            }
            var known = Optional.ofNullable(PGProperty.forName(name))
                    .orElseThrow(() -> new UnusableStateException("the address of the state has a parameter that the"
                            + " driver of PostgreSQL does not know, " + shortened(name)
                            + "; look it up in the documentation of its JDBC driver, or leave it out"));
            if (SECRETS.contains(known) || name.toLowerCase(Locale.ROOT).contains("password")) {
                throw new UnusableStateException("the address of the state has a password in it, where other users of"
                        + " this machine can read it; take " + name + " out, and set PGPASSWORD or write a password"
                        + " file");
            }
        }
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "..." : name;
    }
}
