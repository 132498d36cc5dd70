package io.regcontract.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the contract does not know comes with the words in which it could. */
final class SchemaProposerTest {

    private static final Contract CONTRACT = Contract.load();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TAIL = ",\"error_description\":\"d\",\"request_token\":\"jx3m9k2vq7hw4r8t\"}";

    @ParameterizedTest
    @ValueSource(ints = {101, 215, 339, 350, 364, 371, 385, 400, 431, 485, 504, 999})
    void proposesAFileForACodeThatIsNotDocumented(int code) throws IOException {
        var proposal = proposals("{\"code\":" + code + ",\"error\":\"removed_operator\",\"hint\":7" + TAIL)
                .get("body.code");

        assertThat(proposal.file()).isEqualTo("errors/" + code + "-removed_operator.schema.json");
        assertThat(proposal.pointer()).isEmpty();
        assertThat(wrongWith(proposal.schema())).isEmpty();
        var schema = JSON.readTree(proposal.schema());
        assertThat(schema.at("/properties/code/const").intValue()).isEqualTo(code);
        assertThat(schema.at("/properties/error/const").stringValue()).isEqualTo("removed_operator");
        assertThat(schema.at("/properties/hint/type").stringValue()).isEqualTo("integer");
        assertThat(schema.at("/x-contract/condition").stringValue()).contains("/entity.find", "200");
    }

    @Test
    void proposesTheFieldsThatADocumentedCodeIsNotKnownToCarry() {
        var proposal = proposals("{\"code\":200,\"error\":\"invalid_argument\",\"hint\":[1],\"retry\":1.5" + TAIL)
                .get("body.undocumented");

        assertThat(proposal.file()).isEqualTo("errors/200-invalid_argument.schema.json");
        assertThat(proposal.pointer()).isEqualTo("/properties");
        assertThat(JSON.readTree(proposal.schema()))
                .isEqualTo(
                        JSON.readTree(
                                "{\"hint\":{\"description\":\"To be described: seen in an answer of /entity.find.\",\"type\":\"array\"},"
                                        + "\"retry\":{\"description\":\"To be described: seen in an answer of /entity.find.\",\"type\":\"number\"}}"));
    }

    @Test
    void proposesANameThatNoDocumentedErrorHas() {
        var proposal =
                proposals("{\"code\":200,\"error\":\"bad_argument\"" + TAIL).get("body.error");

        assertThat(proposal)
                .isEqualTo(new SchemaProposal(
                        "errors/200-invalid_argument.schema.json",
                        "/properties/error",
                        "{\"enum\":[\"invalid_argument\",\"bad_argument\"]}"));
    }

    @Test
    void proposesNothingForWhatIsOnlyTheWrongDocumentedThing() {
        assertThat(proposals("{\"code\":360,\"error\":\"constraint_violation\"" + TAIL))
                .isEmpty();
        assertThat(proposals("{\"code\":200,\"error\":\"missing_argument\"" + TAIL))
                .isEmpty();
        assertThat(proposals("{\"code\":200,\"error\":\"invalid_argument\"" + TAIL))
                .isEmpty();
    }

    @Test
    void takesNothingHostileOver() throws IOException {
        var proposals = proposals("{\"code\":485,\"error\":\"../../../etc/passwd\",\"<script>\":1,\"a\\nb\":2" + TAIL);

        assertThat(proposals.get("body.code").file()).isEqualTo("errors/485-undocumented_error.schema.json");
        assertThat(proposals.get("body.code").schema()).doesNotContain("passwd", "<script", "\\n");
        assertThat(wrongWith(proposals.get("body.code").schema())).isEmpty();
        assertThat(proposals).doesNotContainKey("body.undocumented");
    }

    @Test
    void proposesNothingForANumberThatIsNoCode() {
        for (var code : new String[] {"99", "1000", "-200", "99999999999999", "404.0", "\"485\""}) {
            assertThat(proposals("{\"code\":" + code + ",\"error\":\"invalid_argument\"" + TAIL))
                    .isEmpty();
        }
    }

    private static Map<String, SchemaProposal> proposals(String body) {
        var subject = new CheckInput(
                Answer.of(200, "application/json", body),
                Expectation.of(CONTRACT, ErrorCode.INVALID_ARGUMENT, "/entity.find"),
                CheckContext.NONE);
        return Checks.examine(subject).stream()
                .filter(CheckResult::failed)
                .flatMap(checked ->
                        proposal(checked)
                                .map(proposal -> Map.entry(checked.check().id(), proposal))
                                .stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<SchemaProposal> proposal(CheckResult checked) {
        return ((Finding.Fails) checked.finding()).proposal();
    }

    /** What the schema of the files of errors has to say of a proposed one. */
    private static Stream<String> wrongWith(String schema) throws IOException {
        try (var in = Contract.class.getResourceAsStream("/contract/meta/error.schema.json")) {
            var meta = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            JsonNode document = JSON.readTree(schema);
            return SchemaRegistry.withDialect(Dialects.getDraft202012(), builder -> {})
                    .getSchema(meta, InputFormat.JSON)
                    .validate(document)
                    .stream()
                    .map(Object::toString);
        }
    }
}
