package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.contract.loading.ContractDataException;
import io.regcontract.contract.loading.ContractFiles;
import io.regcontract.contract.validation.FormatSchemas;
import io.regcontract.contract.validation.SchemaFinding;
import io.regcontract.contract.validation.SchemaSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema files, as files: for whoever uses them without Java. */
class SchemaFilesTest {

    static Stream<String> schemaFiles() {
        return Stream.concat(
                        Stream.of("envelope.schema.json", "element.schema.json"),
                        Stream.of("errors", "meta", "formats").flatMap(folder -> ContractFiles.in(folder).stream()))
                .sorted();
    }

    static Stream<String> errorFiles() {
        return ContractFiles.in("errors").stream();
    }

    @Test
    void areAllLookedAt() {
        assertThat(schemaFiles())
                .hasSizeGreaterThanOrEqualTo(2 + 43 + 4)
                .allMatch(file -> file.endsWith(".schema.json"));
    }

    @ParameterizedTest
    @MethodSource("schemaFiles")
    void areSchemasOfDraft202012WithoutASlip(String file) {
        JsonNode schema = ContractFiles.json(file);
        assertThat(schema.path("$schema").asString("")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(SchemaLint.complaints(schema)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"type\": \"strng\"} | /type",
                "{\"properties\": {\"a\": {\"minLength\": \"3\"}}} | /properties/a/minLength",
                "{\"required\": \"a\"} | /required",
                "{\"requred\": [\"a\"]} | /requred",
                "{\"allOf\": [{\"additionalProprties\": false}]} | /allOf/additionalProprties",
                "{\"$defs\": {\"a\": {\"items\": {\"patern\": \"^a\"}}}} | /$defs/a/items/patern"
            })
    void aSlipWouldBeSeen(String schema, String place) {
        assertThat(SchemaLint.complaints(SampleBodies.JSON.readTree(schema)))
                .isNotEmpty()
                .allSatisfy(complaint -> assertThat(complaint).startsWith(place));
    }

    @Test
    void keywordsOfOurOwnAreNoSlip() {
        assertThat(SchemaLint.complaints(SampleBodies.JSON.readTree("{\"x-expected\": \"anything\"}")))
                .isEmpty();
    }

    /** The validator itself would warn of both in the log of whoever uses the contract, and take both for harmless. */
    @Test
    void anUnknownKeywordIsRefusedWhereAKeywordOfOurOwnIsNot() {
        assertThat(validatedBy("{\"x-anything\": {\"requred\": 1}, \"type\": \"object\"}"))
                .isEmpty();
        assertThatThrownBy(() -> validatedBy("{\"properties\": {\"a\": {\"patern\": \"^a\"}}}"))
                .rootCause()
                .isInstanceOf(ContractDataException.class)
                .hasMessage("the keyword patern in a schema of the contract is none of draft 2020-12 and would check "
                        + "nothing; ours begin with x-");
    }

    private static List<SchemaFinding> validatedBy(String schema) {
        return new SchemaSet(Map.of("https://example.org/s", SampleBodies.JSON.readTree(schema)))
                .validate("https://example.org/s", SampleBodies.JSON.readTree("{\"a\": \"b\"}"));
    }

    @Test
    void haveAnIdEachThatResolvesTheirReferences() {
        Map<String, JsonNode> byId = new HashMap<>();
        schemaFiles().forEach(file -> {
            JsonNode schema = ContractFiles.json(file);
            String id = schema.path("$id").asString("");
            assertThat(id).as(file).startsWith("https://regcontract.dev/contract/");
            assertThat(byId.put(id, schema)).as(id).isNull();
        });
        // A compiled schema has followed every reference it holds.
        SchemaSet schemas = new SchemaSet(byId);
        byId.keySet().forEach(id -> assertThat(schemas.validate(id, SampleBodies.JSON.readTree("[]")))
                .as(id)
                .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("errorFiles")
    void ofAnErrorHoldWhatSuchAFileMustHold(String file) {
        assertThat(new FormatSchemas("meta").validate("error", ContractFiles.json(file)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("errorFiles")
    void ofAnErrorAreNamedForWhatTheyHold(String file) {
        JsonNode schema = ContractFiles.json(file);
        JsonNode code = schema.path("properties").path("code").path("const");
        JsonNode name = schema.path("properties").path("error").path("const");
        assertThat(file).isEqualTo("errors/" + code + "-" + name.stringValue() + ".schema.json");
        assertThat(schema.path("title")).isEqualTo(name);
        assertThat(schema.path("$id").stringValue()).endsWith("/errors/" + code);
        assertThat(schema.path("x-contract").path("section").stringValue()).endsWith("#" + code);
    }

    @ParameterizedTest
    @MethodSource("errorFiles")
    void ofAnErrorListTheExtraFieldsTheyDescribe(String file) {
        JsonNode schema = ContractFiles.json(file);
        List<String> extras = schema.path("properties").propertyNames().stream()
                .filter(name -> !name.equals("code") && !name.equals("error"))
                .toList();
        assertThat(schema.path("x-contract").path("carries").values().stream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(extras);
    }

    @Test
    void aSlipInWhatAnErrorFileMustHoldWouldBeSeen() {
        ObjectNode schema = ContractFiles.object("errors/361-unique_violation.schema.json");
        ((ObjectNode) schema.path("x-contract"))
                .put("category", "constraints")
                .put("sectoin", "x")
                .remove("errata");
        assertThat(new FormatSchemas("meta").validate("error", schema))
                .extracting(SchemaFinding::pointer)
                .containsExactly("/x-contract/category", "/x-contract/errata", "/x-contract/sectoin");
    }

    @Test
    void aReferenceToAnotherMachineIsNotFollowed() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(1);
            assertThatThrownBy(() -> validateWithReferenceTo("http://127.0.0.1:" + server.getLocalPort() + "/s"))
                    .hasMessageContaining("/s");
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aReferenceToAFileOfTheMachineIsNotFollowed(@TempDir Path directory) throws IOException {
        Path schema = Files.writeString(directory.resolve("s.json"), "true");
        assertThatThrownBy(() -> validateWithReferenceTo(schema.toUri().toString()))
                .hasMessageContaining("s.json");
    }

    private static void validateWithReferenceTo(String target) {
        ObjectNode schema = SampleBodies.JSON
                .createObjectNode()
                .put("$id", "https://example.org/s")
                .put("$ref", target);
        new SchemaSet(Map.of("https://example.org/s", schema)).validate("https://example.org/s", schema);
    }
}
