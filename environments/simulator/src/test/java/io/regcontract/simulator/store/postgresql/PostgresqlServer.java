package io.regcontract.simulator.store.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of a test's own, made of the programs of this machine. It listens on the loopback address, has
 * two users, and ends with the tests. Where there are no such programs, tests skip, unless the environment variable
 * REGCONTRACT_POSTGRESQL says that they are required.
 */
public final class PostgresqlServer implements AutoCloseable {

    /** The password of both users. */
    public static final String PASSWORD = "secret-of-the-database";

    /** Who may do everything. */
    public static final String OWNER = "owner";

    private static final String REQUIRED = "REGCONTRACT_POSTGRESQL";
    private static final Path OF_DEBIAN = Path.of("/usr/lib/postgresql");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Path programs;
    private final Optional<String> otherUser;
    private final Path directory;
    private final int port;

    private PostgresqlServer(Path programs, Optional<String> otherUser, Path directory, int port) {
        this.programs = programs;
        this.otherUser = otherUser;
        this.directory = directory;
        this.port = port;
    }

    /** The server that tests share which do not stop it. */
    public static PostgresqlServer shared() {
        return Shared.server();
    }

    /** A server that is the test's alone, to be closed by it. */
    public static PostgresqlServer start() {
        try {
            var programs = programs();
            var missing = "no PostgreSQL server is installed on this machine, so nothing can be said about state in"
                    + " it: apt-get install postgresql";
            if ("required".equals(System.getenv(REQUIRED))) {
                assertThat(programs).as(missing).isPresent();
            }
            assumeTrue(programs.isPresent(), missing);
            var server = new PostgresqlServer(
                    programs.orElseThrow(),
                    "root".equals(System.getProperty("user.name")) ? Optional.of("nobody") : Optional.empty(),
                    Files.createTempDirectory("regcontract-postgresql"),
                    freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.make();
            server.up();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The address of a database, without a user. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    /** Makes an empty database, and says its name. */
    public String database() {
        var name = "d" + NUMBER.incrementAndGet();
        sql("postgres", "create database " + name);
        return name;
    }

    /** Runs statements as the one who may do everything. */
    public void sql(String database, String... statements) {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A connection of the one who may do everything. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), OWNER, PASSWORD);
    }

    /** Where the server was told to keep its data. */
    public Path directory() {
        return directory;
    }

    /** Starts it, and waits until it answers. */
    public void up() {
        run(List.of(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-s",
                "-l",
                directory.resolve("log").toString(),
                "start"));
    }

    /** Stops it as a crash does: what it has not written to its log is gone, and connections are cut. */
    public void kill() {
        run(List.of("pg_ctl", "-D", data(), "-w", "-s", "-m", "immediate", "stop"));
    }

    @Override
    public void close() {
        if (Files.exists(directory)) {
            try {
                if (Files.exists(directory.resolve("data/postmaster.pid"))) {
                    kill();
                }
                try (var files = Files.walk(directory)) {
                    files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private void make() throws IOException {
        if (otherUser.isPresent()) {
            Files.setOwner(directory, user());
        }
        var password = Files.writeString(directory.resolve("password"), PASSWORD);
        run(List.of(
                "initdb",
                "-D",
                data(),
                "-U",
                OWNER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "-E",
                "UTF8",
                "--locale=C",
                "--no-sync"));
        Files.writeString(
                directory.resolve("data/postgresql.auto.conf"),
                """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 40
                # The machine does not lose its power in a test.
                fsync = off
                """
                        .formatted(port));
    }

    private void run(List<String> words) {
        var command = new ArrayList<String>();
        otherUser.ifPresent(name -> command.addAll(List.of("runuser", "-u", name, "--")));
        command.add(programs.resolve(words.get(0)).toString());
        command.addAll(words.subList(1, words.size()));
        try {
            var log = directory.resolve("said").toFile();
            var process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(log.toPath())).isZero();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private UserPrincipal user() throws IOException {
        return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(otherUser.orElseThrow());
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Where initdb and pg_ctl are: on the path, or where Debian puts them. */
    private static Optional<Path> programs() throws IOException {
        var places = new ArrayList<Path>();
        if (Files.isDirectory(OF_DEBIAN)) {
            try (Stream<Path> versions = Files.list(OF_DEBIAN)) {
                versions.map(version -> version.resolve("bin"))
                        .sorted(Comparator.reverseOrder())
                        .forEach(places::add);
            }
        }
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(place -> !place.isEmpty())
                .map(Path::of)
                .forEach(places::add);
        return places.stream()
                .filter(place ->
                        Files.isExecutable(place.resolve("initdb")) && Files.isExecutable(place.resolve("pg_ctl")))
                .findFirst();
    }

    /** Started when it is asked for first. */
    private static final class Shared {

        private static Optional<PostgresqlServer> server = Optional.empty();

        private Shared() {}

        static synchronized PostgresqlServer server() {
            if (server.isEmpty()) {
                server = Optional.of(start());
            }
            return server.get();
        }
    }
}
