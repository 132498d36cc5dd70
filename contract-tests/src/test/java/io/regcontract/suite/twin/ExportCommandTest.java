package io.regcontract.suite.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.validation.FileFormats;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.control.DrillOrder;
import io.regcontract.simulator.control.ErrorDrill;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What an export reads of a tenant, and that it never ends short and says that all is there. */
final class ExportCommandTest {

    @TempDir
    private Path directory;

    private ExportedTenant tenant;

    @BeforeEach
    void start() throws IOException {
        tenant = ExportedTenant.harbour(directory);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void readsAllThatASimulatorNeedsToAnswerAsTheTenantDoes() throws IOException {
        var first = directory.resolve("first");
        assertThat(tenant.export(first, "--page", "40"))
                .as(tenant.err.toString())
                .isZero();
        assertThat(tenant.out.toString())
                .contains(
                        "type user: ",
                        "type mooring: ",
                        "settings: ",
                        "clients: 2, without their secrets",
                        "records of user: 250",
                        "left: setting rpx_key of the application: it may be a secret",
                        "left: flow standard: this API shows no flow",
                        "Complete in " + first);
        assertThat(records(first)).hasSize(250);
        assertThat(json(first, "export.json").path("complete").booleanValue()).isTrue();
    }

    @Test
    void isTheSameAgainWhenTheTwinIsExported() throws IOException {
        var first = directory.resolve("first");
        assertThat(tenant.export(first)).as(tenant.err.toString()).isZero();
        var marked = Files.writeString(
                directory.resolve("marker.json"), "{\"may-work-here\":\"" + ExportedTenant.PERMISSION + "\"}");
        var root = Files.createDirectories(directory.resolve("twin"));
        try (var twin = ExportedTenant.in(root, builder -> begun(builder, first).settings(marked))) {
            var second = directory.resolve("second");
            assertThat(twin.export(second)).as(twin.err.toString()).isZero();
            for (var file : new String[] {"types/user.json", "types/mooring.json", "clients.json", "settings.json"}) {
                assertThat(json(second, file)).as(file).isEqualTo(json(first, file));
            }
            assertThat(records(second)).isEqualTo(records(first));
        }
    }

    private static RegistrationSimulator.Builder begun(RegistrationSimulator.Builder builder, Path export) {
        return builder.type(export.resolve("types/user.json"))
                .type(export.resolve("types/mooring.json"))
                .settings(export.resolve("settings.json"))
                .clients(export.resolve("clients.json"))
                .recordsOf("user", export.resolve("records/user.ndjson"));
    }

    @Test
    void leavesHashesOutWhenToldTo() throws IOException {
        var to = directory.resolve("export");
        assertThat(tenant.export(to, "--without-hashes", "--type", "user")).isZero();
        assertThat(Files.readString(to.resolve("records/user.ndjson"))).doesNotContain("$2a$");
        assertThat(to.resolve("types/mooring.json")).doesNotExist();
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(names = {"STORAGE_FAILS_READS", "MAINTENANCE", "QUOTA_USED_UP"})
    void waitsForWhatPassesByItself(ErrorDrill drill) throws IOException {
        var to = directory.resolve("export");
        try (var armed = tenant.simulator()
                .control()
                .drill(DrillOrder.of(drill).at("/entity.find").from(3).times(2))) {
            assertThat(armed).isNotNull();
            assertThat(tenant.export(to, "--page", "40"))
                    .as(tenant.err.toString())
                    .isZero();
        }
        assertThat(tenant.pauses()).isNotEmpty();
        assertThat(records(to)).hasSize(250);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(names = {"STORAGE_FAILS_READS", "MAINTENANCE", "QUOTA_USED_UP"})
    void endsLoudlyWhenAnErrorDoesNotPassAndGoesOnFromThere(ErrorDrill drill) throws IOException {
        var to = directory.resolve("export");
        try (var armed = tenant.simulator()
                .control()
                .drill(DrillOrder.of(drill).at("/entity.find").from(3))) {
            assertThat(armed).isNotNull();
            assertThat(tenant.export(to, "--page", "40")).isEqualTo(3);
        }
        assertThat(tenant.err.toString())
                .contains("/entity.find was answered with error ")
                .contains("is not complete. The same command goes on with it.");
        assertThat(records(to)).hasSize(40);
        assertThat(tenant.export(to, "--page", "40")).as(tenant.err.toString()).isZero();
        assertThat(records(to)).hasSize(250);
    }

    @Test
    void stopsAtTheBudgetOfCallsAndGoesOnBehindTheLastWholePage() throws IOException {
        var to = directory.resolve("export");
        tenant.profile(tenant.simulator().baseAddress(), "calls: 5000", "calls: 28");
        assertThat(tenant.export(to, "--page", "40")).isEqualTo(3);
        assertThat(tenant.err.toString())
                .contains("the run has made the 28 calls that budgets.calls allows it")
                .contains("is not complete. The same command goes on with it.");
        var read = records(to).size();
        assertThat(read).isBetween(40, 249);
        assertThat(json(to, "export.json").path("complete").booleanValue()).isFalse();

        // What a killed process had begun to write behind the last whole page.
        Files.writeString(
                to.resolve("records/user.ndjson"),
                Files.readString(to.resolve("records/user.ndjson")) + "{\"id\":9999,\"em");
        tenant.profile(tenant.simulator().baseAddress(), "", "");
        assertThat(tenant.export(to, "--page", "40")).as(tenant.err.toString()).isZero();
        assertThat(tenant.out.toString()).contains("records of user: going on behind " + read);
        assertThat(records(to)).hasSize(250);
        assertThat(tenant.export(to)).isZero();
        assertThat(tenant.out.toString()).contains("is complete already");
    }

    @Test
    void readsWhatIsAddedMeanwhile() throws IOException {
        var to = directory.resolve("export");
        tenant.profile(tenant.simulator().baseAddress(), "calls: 5000", "calls: 28");
        assertThat(tenant.export(to, "--page", "40")).isEqualTo(3);
        tenant.simulator().control().records("user").create(Map.of("email", "late@harbour.example"));
        tenant.profile(tenant.simulator().baseAddress(), "", "");
        assertThat(tenant.export(to, "--page", "40")).isZero();
        assertThat(records(to)).hasSize(251);
    }

    @Test
    void writesNoSecretAndLetsNobodyElseRead() throws IOException {
        var to = directory.resolve("export");
        assertThat(tenant.export(to)).isZero();
        try (var files = Files.walk(to)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.UTF_8))
                        .as(file.toString())
                        .doesNotContain(
                                ExportedTenant.SECRET, ExportedTenant.PERMISSION, "0123456789abcdef0123456789abcdef");
                if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
                }
            }
        }
        assertThat(tenant.out.toString() + tenant.err)
                .doesNotContain(ExportedTenant.SECRET, "@harbour.example", "$2a$");
        assertThat(FileFormats.validate("twin-export", json(to, "export.json"))).isEmpty();
    }

    @Test
    void replacesWhatTellsWhoSomebodyIsAndNothingElse() throws IOException {
        var plain = directory.resolve("plain");
        var to = directory.resolve("export");
        assertThat(tenant.export(plain, "--type", "user")).isZero();
        assertThat(tenant.export(
                        to,
                        "--type",
                        "user",
                        "--anonymise",
                        "--personal",
                        "/legacyHandle",
                        "--not-personal",
                        "user:/boats/boatName"))
                .as(tenant.err.toString())
                .isZero();

        var before = List.copyOf(records(plain).values());
        var after = List.copyOf(records(to).values());
        assertThat(after).hasSameSizeAs(before);
        var mails = new HashSet<String>();
        var names = new HashMap<String, String>();
        for (int i = 0; i < after.size(); i++) {
            var was = before.get(i);
            var is = after.get(i);
            assertThat(is.path("email").asString())
                    .isNotEqualTo(was.path("email").asString())
                    .matches("[a-z]{6}[0-9]{3}@[a-z]+\\.[a-z]{7}\\.example");
            mails.add(is.path("email").asString());
            assertThat(names.computeIfAbsent(was.path("familyName").asString(), unused -> is.path("familyName")
                            .asString()))
                    .isEqualTo(is.path("familyName").asString())
                    .hasSameSizeAs(was.path("familyName").asString());
            assertThat(is.path("birthday").asString())
                    .startsWith(was.path("birthday").asString().substring(0, 4));
            for (var kept :
                    List.of("id", "uuid", "created", "lastUpdated", "memberNumber", "password", "boats", "dues")) {
                assertThat(is.path(kept)).as(kept).isEqualTo(was.path(kept));
            }
        }
        assertThat(mails).hasSameSizeAs(after);
        assertThat(names.values()).doesNotHaveDuplicates();
        var text = Files.readString(to.resolve("records/user.ndjson"));
        assertThat(text).doesNotContain("@mail.example", "Hafenweg", "Norddeich", "花子");

        var type = json(to, "export.json").path("types").path(0);
        assertThat(type.path("replaced").valueStream().map(each -> each.path("attribute")
                        .asString()))
                .contains(
                        "/email",
                        "/givenName",
                        "/homeAddress/street",
                        "/legacyHandle",
                        "/profiles/identifier",
                        "/profiles/remote_key")
                .doesNotContain("/boats/boatName", "/emailVerified", "/dues");
        assertThat(tenant.out.toString())
                .containsPattern(
                        "type user: [0-9]+ attributes replaced or taken out, [0-9]+ with texts kept: /\\w+, .* and"
                                + " [0-9]+ more")
                .contains(
                        "kept in every record: ids, uuids, times, numbers, and the hashes of passwords",
                        "All that was replaced and kept is listed in " + to.resolve("export.json"));
        assertThat(type.path("kept").valueStream().map(each -> each.asString())).contains("/boats/boatName", "/extras");
        assertThat(FileFormats.validate("twin-export", json(to, "export.json"))).isEmpty();
    }

    @Test
    void saysWhatItCannotDo() {
        var to = directory.resolve("export");
        assertThat(tenant.export(to, "--page", "0")).isEqualTo(2);
        assertThat(tenant.export(to, "--without", "people")).isEqualTo(2);
        assertThat(tenant.export(to, "--type", "ships")).isEqualTo(2);
        assertThat(tenant.export(to, "--personal", "/email")).isEqualTo(2);
        assertThat(tenant.err.toString())
                .contains("--page must be a number from 1 to 10000, not 0")
                .contains("--without knows settings, clients, access, flow, rules, records, not people")
                .contains("there is no entity type ships")
                .contains("--personal and --not-personal say what --anonymise replaces: give it, too");
        assertThat(to).doesNotExist();
        assertThat(tenant.export(to, "--type", "user")).isZero();
        assertThat(tenant.export(to)).isEqualTo(2);
        assertThat(tenant.err.toString()).contains("is of an export of another environment or with other options");
    }

    @Test
    void tellsTheNameOfTheOptionToWhoeverWritesAnother() {
        assertThat(tenant.export(directory.resolve("export"), "--out", "elsewhere"))
                .isEqualTo(2);
        assertThat(tenant.err.toString())
                .contains("Where the files go is named by --to: --to elsewhere in place of --out.");
    }

    private static JsonNode json(Path directory, String file) throws IOException {
        return TwinJson.read(Files.readString(directory.resolve(file)));
    }

    private static Map<Long, JsonNode> records(Path directory) throws IOException {
        var records = new TreeMap<Long, JsonNode>();
        for (var line : Files.readAllLines(directory.resolve("records/user.ndjson"))) {
            var record = TwinJson.read(line);
            assertThat(records.put(record.path("id").asLong(), record)).isNull();
        }
        return records;
    }
}
