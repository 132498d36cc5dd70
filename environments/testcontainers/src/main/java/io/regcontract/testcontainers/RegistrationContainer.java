package io.regcontract.testcontainers;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * The simulator of the Registration APIs in a container. It is ready once it answers at its health; ids, secrets and the
 * control plane's token are made up for each container, and the control plane is open to who has the token.
 *
 * <pre>{@code
 * try (var registration = new RegistrationContainer("regcontract:0.1.0").withObservedDialect()) {
 *     registration.start();
 *     var shop = new Shop(registration.baseAddress(), registration.loginClientId());
 *     ...
 * }
 * }</pre>
 */
public class RegistrationContainer extends GenericContainer<RegistrationContainer> {

    /** The port inside the container. */
    public static final int PORT = 8080;

    private static final String TOKEN_VARIABLE = "REGCONTRACT_CONTROL_TOKEN";
    private static final int BYTES = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String ownerClientId = madeUp();
    private final String ownerClientSecret = madeUp();
    private final String loginClientId = madeUp();
    private final String controlToken = madeUp();
    private String application = "regcontract";
    private String dialect = "documented";
    private List<String> moreOptions = List.of();

    /**
     * A container of an image, which {@code ./mvnw -Pimage package} makes; nothing starts yet.
     *
     * @param image its name, such as {@code regcontract:0.1.0}
     */
    public RegistrationContainer(String image) {
        this(DockerImageName.parse(image));
    }

    /** A container of an image; nothing starts yet. */
    public RegistrationContainer(DockerImageName image) {
        super(image);
        withExposedPorts(PORT);
        withEnv(TOKEN_VARIABLE, controlToken);
        waitingFor(Wait.forHttp("/control/v1/health").forPort(PORT).withStartupTimeout(PATIENCE));
    }

    /** Answers as the real service was recorded, rather than to the letter of its documentation. */
    public RegistrationContainer withObservedDialect() {
        dialect = "observed";
        return self();
    }

    /** Names the default application, whose id this is too. */
    public RegistrationContainer withApplication(String name) {
        application = name;
        return self();
    }

    /** Adds options of {@code regcontract simulator}, such as {@code "--quota", "500/60"}. */
    public RegistrationContainer withSimulatorOptions(String... options) {
        moreOptions = List.of(options);
        return self();
    }

    /** Where the Registration APIs are, for programs outside of the container. */
    public URI baseAddress() {
        return URI.create("http://" + getHost() + ":" + getMappedPort(PORT));
    }

    /** Name and id of the default application. */
    public String application() {
        return application;
    }

    /** The client that administers the default application. */
    public String ownerClientId() {
        return ownerClientId;
    }

    /** The secret of {@link #ownerClientId()}. */
    public String ownerClientSecret() {
        return ownerClientSecret;
    }

    /** The client that people register and log in through. */
    public String loginClientId() {
        return loginClientId;
    }

    /** Where clock, maintenance, quotas, flows and storage are changed; every call takes {@link #controlToken()}. */
    public URI controlAddress() {
        return baseAddress().resolve("/control/v1");
    }

    /** The token of the control plane, sent as {@code Authorization: Bearer TOKEN}. */
    public String controlToken() {
        return controlToken;
    }

    @Override
    protected void configure() {
        var options = List.of(
                "simulator",
                "--bind=0.0.0.0",
                "--port=" + PORT,
                "--application=" + application,
                "--dialect=" + dialect,
                "--owner-client-id=" + ownerClientId,
                "--owner-client-secret=" + ownerClientSecret,
                "--login-client-id=" + loginClientId,
                "--control-token=env:" + TOKEN_VARIABLE);
        setCommand(Stream.concat(options.stream(), moreOptions.stream()).toArray(String[]::new));
    }

    private static String madeUp() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
