package io.regcontract.suite.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.validation.FileFormats;
import io.regcontract.simulator.control.DrillOrder;
import io.regcontract.simulator.control.ErrorDrill;
import io.regcontract.simulator.imports.ImportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What clients may see and write of a type goes with an export, and into the twin. */
final class AccessSchemaExportTest {

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
    void limitsTheClientsOfTheTwinAsThoseOfTheTenant() throws Exception {
        limit("read", "[\"email\",\"homeAddress\",\"contact/mobile\",\"boats/boatName\"]");
        limit("write_with_token", "[\"givenName\"]");
        var first = directory.resolve("first");
        assertThat(tenant.export(first)).as(tenant.err.toString()).isZero();
        assertThat(limits(first))
                .hasToString("[{\"client_id\":\"login\",\"access_type\":\"read\",\"attributes\":"
                        + "[\"/email\",\"/homeAddress\",\"/contact/mobile\",\"/boats/boatName\"]},"
                        + "{\"client_id\":\"login\",\"access_type\":\"read_with_token\",\"attributes\":"
                        + "[\"/email\",\"/homeAddress\",\"/contact/mobile\",\"/boats/boatName\"]},"
                        + "{\"client_id\":\"login\",\"access_type\":\"write_with_token\",\"attributes\":"
                        + "[\"/givenName\"]}]");

        var marked = Files.writeString(
                directory.resolve("marker.json"), "{\"may-work-here\":\"" + ExportedTenant.PERMISSION + "\"}");
        var root = Files.createDirectories(directory.resolve("twin"));
        try (var twin = ExportedTenant.in(
                root, builder -> builder.type(first.resolve("types/user.json")).settings(marked))) {
            assertThat(twin.simulator().imported().lines(ImportReport.Outcome.TAKEN))
                    .extracting(ImportReport.Line::sentence)
                    .contains("taken: 3 access schemas of type user (" + first.resolve("types/user.json") + ")");
            var second = directory.resolve("second");
            assertThat(twin.export(second)).as(twin.err.toString()).isZero();
            assertThat(limits(second)).isEqualTo(limits(first));
        }
    }

    @Test
    void goesOnWithoutThemWhereTheServiceDoesNotShowThem() throws Exception {
        var to = directory.resolve("export");
        try (var armed = tenant.simulator()
                .control()
                .drill(DrillOrder.of(ErrorDrill.CLIENT_FEATURES_TAKEN)
                        .at("/entityType.getAccessSchema")
                        .times(1))) {
            assertThat(armed).isNotNull();
            assertThat(tenant.export(to)).as(tenant.err.toString()).isZero();
        }
        assertThat(tenant.out.toString())
                .contains("left: access schemas: /entityType.getAccessSchema was answered with error ");
        assertThat(json(to, "types/user.json").has("accessSchemas")).isFalse();
    }

    @Test
    void listsWhatIsNeverReadAndWhatWasLeftOut() throws IOException {
        var to = directory.resolve("export");
        assertThat(tenant.export(to, "--without", "clients,flow", "--without-hashes"))
                .isZero();
        assertThat(tenant.out.toString())
                .contains(
                        "left: earlier passwords: this API shows none",
                        "left: access tokens, refresh tokens and codes: this API shows none",
                        "left: earlier versions of records and types: ",
                        "left: access: the attributes that each client may see are left out with the clients",
                        "left: clients: --without says so",
                        "left: flow: --without says so",
                        "left: hashes of passwords: --without-hashes says so");
        assertThat(json(to, "export.json").path("left").valueStream().map(each -> each.path("what")
                        .asString()))
                .contains("earlier passwords", "access", "clients", "flow", "hashes of passwords");
        assertThat(FileFormats.validate("twin-export", json(to, "export.json"))).isEmpty();
    }

    private void limit(String access, String attributes) throws Exception {
        assertThat(tenant.owner(
                        "/entityType.setAccessSchema",
                        "type_name",
                        "user",
                        "for_client_id",
                        "login",
                        "access_type",
                        access,
                        "attributes",
                        attributes))
                .contains("\"stat\":\"ok\"");
    }

    private static JsonNode limits(Path export) throws IOException {
        return json(export, "types/user.json").path("accessSchemas");
    }

    private static JsonNode json(Path export, String file) throws IOException {
        return TwinJson.read(Files.readString(export.resolve(file)));
    }
}
