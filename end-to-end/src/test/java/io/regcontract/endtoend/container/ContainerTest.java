package io.regcontract.endtoend.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.model.ErrorCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The image as docs/container.md tells to use it: read-only, without any capability, and not as root. */
@Tag("long")
@Execution(ExecutionMode.SAME_THREAD)
class ContainerTest {

    private static final String TOKEN = "a-token-of-the-container-test";
    private static final List<String> SIMULATOR = List.of(
            "simulator",
            "--bind=0.0.0.0",
            "--port=8080",
            "--owner-client-id=owner",
            "--owner-client-secret=owner-secret",
            "--login-client-id=login",
            "--control-token=env:CONTROL_TOKEN");

    private static Podman podman;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String id = "regcontract-test-" + Long.toHexString(System.nanoTime());
    private final List<String> volumes = new ArrayList<>();

    @BeforeAll
    static void loadTheImage() throws Exception {
        podman = Podman.withImage();
    }

    @BeforeEach
    void nameTheVolume() {
        volumes.add(id);
    }

    @AfterEach
    void removeWhatWasMade() throws Exception {
        Podman.command("podman", "rm", "--force", "--volumes", "--time=0", id);
        for (var volume : volumes) {
            Podman.command("podman", "volume", "rm", "--force", volume);
        }
    }

    @Test
    void holdsTheWholeContractFromContainerToContainer() throws Exception {
        simulator();
        var records = id + "-records";
        volumes.add(records);

        // A simulator is on the machine of its suite; a container that shares its network is.
        var run = podman.run(
                join(
                        List.of("--rm", "--network=container:" + id, "--volume=" + records + ":/data"),
                        Podman.variables(Map.of(
                                "REGCONTRACT_BASE_URL", "http://127.0.0.1:8080",
                                "REGCONTRACT_CONTROL_URL", "http://127.0.0.1:8080",
                                "REGCONTRACT_CONTROL_TOKEN", TOKEN,
                                "REGCONTRACT_OWNER_CLIENT_ID", "owner",
                                "REGCONTRACT_OWNER_CLIENT_SECRET", "owner-secret",
                                "REGCONTRACT_LOGIN_CLIENT_ID", "login"))),
                "run",
                "--env=local",
                "--run=contained",
                "--attempt=contained-1");
        assertThat(run.exitCode()).as(run.err()).isZero();

        var gate = podman.run(
                List.of("--rm", "--network=none", "--volume=" + records + ":/data"),
                "gate",
                "--run=contained",
                "--attempt=contained-1");
        assertThat(gate.exitCode()).as(gate.out() + gate.err()).isZero();
        assertThat(gate.out()).contains("All " + ErrorCode.values().length + " codes are proven");
    }

    @Test
    void keepsItsStateWhenItIsKilled() throws Exception {
        simulator("--state=/data/state.db");
        assertThat(post("/entityType.create", "type_name=kept&attr_defs=%5B%5D").body())
                .contains("\"stat\":\"ok\"");

        assertThat(Podman.command("podman", "kill", id).exitCode()).isZero();
        Podman.command("podman", "wait", id);
        podman.startAgain(id);

        assertThat(post("/entityType.list", "").body()).contains("\"kept\"");
    }

    @Test
    void opensTheControlPlaneToItsTokenOnly() throws Exception {
        simulator();

        assertThat(control("").statusCode()).isEqualTo(401);
        assertThat(control("Bearer another-token-of-this-length").statusCode()).isEqualTo(401);
        assertThat(control("Bearer " + TOKEN).statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotListenToOthersWithoutAToken() throws Exception {
        var ended = podman.run(List.of("--rm"), "simulator", "--bind=0.0.0.0");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("--control-token").doesNotContain("\tat ");
    }

    @Test
    void runsAsNobodyInParticularOnARootThatCannotBeWritten() throws Exception {
        simulator();

        assertThat(Podman.command("podman", "exec", id, "id", "-u").out().strip())
                .isEqualTo("10001");
        assertThat(Podman.command("podman", "exec", id, "sh", "-c", "echo x > /opt/regcontract/x")
                        .exitCode())
                .isNotZero();
    }

    @Test
    void tellsItsHealth() throws Exception {
        simulator();

        assertThat(Podman.command("podman", "exec", id, "regcontract", "health").exitCode())
                .isZero();
        assertThat(Podman.command("podman", "exec", id, "regcontract", "health", "--url=http://127.0.0.1:1")
                        .exitCode())
                .isEqualTo(1);
        assertThat(Podman.command("podman", "healthcheck", "run", id).exitCode())
                .isZero();
    }

    @Test
    void namesTheCommandsToWhoeverNamesNone() throws Exception {
        var ended = podman.run(List.of("--rm"));

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("Name a command: simulator, ").doesNotContain("\tat ");
    }

    @Test
    void takesProfilesThatAreMountedInPlaceOfItsOwn(@TempDir Path profiles) throws Exception {
        var shipped = Path.of(System.getProperty("regcontract.root", ".."), "environments/profiles/simulator.yaml");
        Files.writeString(
                profiles.resolve("mine.yaml"),
                Files.readString(shipped)
                        .replace("name: simulator", "name: mine")
                        .replace("../../schemas", "schemas"));
        Podman.command("chmod", "755", profiles.toString());
        var mount = List.of("--rm", "--volume=" + profiles + ":/data/environments/profiles:ro");

        assertThat(podman.run(mount, "plan", "--env=mine", "--code=361").exitCode())
                .isZero();
        assertThat(podman.run(mount, "plan", "--env=simulator", "--code=361").exitCode())
                .isEqualTo(2);
    }

    private void simulator(String... more) throws Exception {
        podman.simulator(
                id,
                List.of(
                        "--publish=127.0.0.1::8080",
                        "--volume=" + id + ":/data",
                        "--env=CONTROL_TOKEN=" + TOKEN,
                        "--health-cmd=regcontract health",
                        "--health-interval=disable"),
                join(SIMULATOR, List.of(more)).toArray(String[]::new));
    }

    private URI address() throws Exception {
        return URI.create(
                "http://" + Podman.command("podman", "port", id, "8080").out().strip());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        var basic = Base64.getEncoder().encodeToString("owner:owner-secret".getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(address().resolve(path))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> control(String authorization) throws Exception {
        var request = HttpRequest.newBuilder(address().resolve("/control/v1"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static List<String> join(List<String> some, List<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
