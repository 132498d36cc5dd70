package io.regcontract.endtoend.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The image as a file: what is in it, how large it is, and what it says of itself. */
@Tag("long")
class ImageTest {

    private static final long MOST_BYTES = 25_000_000;

    /** A layer that the build added to the base, as a file in the archive. */
    private record Layer(String file, long bytes) {}

    @ParameterizedTest
    @ValueSource(strings = {"amd64", "arm64"})
    void addsAtMost25MegabytesToItsBase(String platform) throws Exception {
        var layers = added(Podman.tar(platform));

        assertThat(layers).hasSizeGreaterThan(2);
        assertThat(layers.stream().mapToLong(Layer::bytes).sum())
                .as("bytes of %s", layers)
                .isBetween(1_000_000L, MOST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amd64", "arm64"})
    void saysWhatItIs(String platform) throws Exception {
        var config = json(Podman.tar(platform), "config.json");
        var labels = config.path("config").path("Labels");

        assertThat(config.path("architecture").asString()).isEqualTo(platform);
        assertThat(config.path("config").path("User").asString()).isEqualTo("10001:10001");
        assertThat(config.path("config").path("Volumes").propertyNames()).containsExactly("/data");
        assertThat(labels.path("org.opencontainers.image.title").asString()).isEqualTo("regcontract");
        assertThat(labels.path("org.opencontainers.image.licenses").asString()).isEqualTo("Apache-2.0");
        assertThat(labels.propertyNames())
                .contains(
                        "org.opencontainers.image.version",
                        "org.opencontainers.image.description",
                        "org.opencontainers.image.base.name");
    }

    @Test
    void hasTheSameLayersForBothPlatforms() throws Exception {
        assertThat(added(Podman.tar("arm64"))).isEqualTo(added(Podman.tar("amd64")));
    }

    @Test
    void bringsItsLicencesAndBillOfMaterials() throws Exception {
        var tar = Podman.tar("amd64");
        var files = new ArrayList<String>();
        for (var layer : added(tar)) {
            files.addAll(shell("tar xOf '" + tar + "' " + layer.file() + " | tar tzf -")
                    .lines()
                    .toList());
        }

        assertThat(files)
                .contains(
                        "opt/regcontract/LICENSE",
                        "opt/regcontract/regcontract-sbom.json",
                        "opt/regcontract/lib/regcontract.jar",
                        "opt/regcontract/environments/profiles/simulator.yaml",
                        "opt/regcontract/reports/policy/gate.yaml",
                        "data/")
                .anyMatch(file -> file.startsWith("opt/regcontract/licences/"))
                .noneMatch(file -> file.endsWith(".gitkeep"));
    }

    private static List<Layer> added(Path tar) throws Exception {
        var files = json(tar, "manifest.json").path(0).path("Layers");
        var history = json(tar, "config.json")
                .path("history")
                .valueStream()
                .filter(step -> !step.path("empty_layer").asBoolean(false))
                .toList();
        assertThat(history).hasSize(files.size());
        var added = new ArrayList<Layer>();
        for (var i = 0; i < files.size(); i++) {
            if (history.get(i).path("created_by").asString().startsWith("jib-maven-plugin")) {
                var file = files.path(i).asString();
                added.add(new Layer(
                        file,
                        Long.parseLong(shell("tar xOf '" + tar + "' " + file + " | wc -c")
                                .strip())));
            }
        }
        return added;
    }

    private static JsonNode json(Path tar, String file) throws Exception {
        return JsonMapper.shared().readTree(shell("tar xOf '" + tar + "' " + file));
    }

    private static String shell(String command) throws Exception {
        var ended = Podman.command("sh", "-c", command);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended.out();
    }
}
