package io.regcontract.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;

/** The container engine that Testcontainers finds, with the image of this build in it. */
final class Engine {

    private static final Path TAR =
            Path.of(System.getProperty("regcontract.root", "../.."), "distribution/target/regcontract-image-amd64.tar");

    private Engine() {}

    /**
     * Loads the image and returns its name, or skips the test with the reason; where containers are required, a missing one
     * is a failure.
     */
    static String image() throws IOException {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw missing(
                    "no container engine answers: set DOCKER_HOST, such as to the socket of 'podman system service'");
        }
        if (!Files.isRegularFile(TAR)) {
            throw missing("no image at " + TAR + ": ./mvnw -Pimage package makes it, see docs/container.md");
        }
        var client = DockerClientFactory.instance().client();
        try (var content = Files.newInputStream(TAR)) {
            client.loadImageCmd(content).exec();
        }
        // Podman puts images without a registry under localhost, Docker does not.
        return Stream.of("localhost/regcontract:latest", "regcontract:latest")
                .filter(name -> has(client, name))
                .findFirst()
                .orElseThrow(() -> missing("the engine does not have the image that it was given"));
    }

    private static boolean has(DockerClient client, String name) {
        try {
            client.inspectImageCmd(name).exec();
            return true;
        } catch (NotFoundException absent) {
            return false;
        }
    }

    private static RuntimeException missing(String reason) {
        if ("required".equals(System.getenv("REGCONTRACT_CONTAINERS"))) {
            throw new AssertionError(reason);
        }
        return Assumptions.abort(reason);
    }
}
