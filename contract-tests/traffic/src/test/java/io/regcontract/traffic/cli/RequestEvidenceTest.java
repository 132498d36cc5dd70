package io.regcontract.traffic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What requests show that succeeded and should not have. */
final class RequestEvidenceTest {

    private static final String OK = "{\"stat\":\"ok\",\"result\":{}}";

    @TempDir
    private Path directory;

    @Test
    void remarksOnARequiredArgumentThatIsMissing() throws IOException {
        assertThat(remarks("/settings/set", Map.of("key", "k")))
                .containsExactly("traffic.required-argument: it succeeded without value, which the operation requires");
        assertThat(remarks("/entity", Map.of("type_name", "user")))
                .containsExactly("traffic.required-argument: it succeeded without uuid, which the operation requires");
        assertThat(remarks("/settings/set", Map.of("key", "", "value", "")))
                .containsExactly("traffic.required-argument: it succeeded without key, which the operation requires");
    }

    @Test
    void remarksOnTwoArgumentsThatExcludeEachOther() throws IOException {
        assertThat(remarks("/entity", Map.of("type_name", "user", "uuid", "0a", "id", "7")))
                .containsExactly("traffic.one-selector: it succeeded with both id and uuid, which exclude each other");
    }

    @Test
    void remarksOnASuccessWithoutCredentials() throws IOException {
        var har = new HarFile()
                .call("/entity", Map.of("type_name", "user", "uuid", "0a"), 200, OK, HarFile.withoutAuthorization())
                .call("/entity", Map.of("type_name", "user", "uuid", "0a"), 200, OK);

        assertThat(remarks(har))
                .containsExactly("traffic.credentials: it succeeded without credentials, which the operation asks for");
    }

    @Test
    void remarksOnNothingThatIsSentOneWayOrAnother() throws IOException {
        assertThat(remarks("/entity", Map.of("type_name", "user", "uuid", "0a")))
                .isEmpty();
        assertThat(remarks(new HarFile()
                        .call(
                                "/entity",
                                Map.of("uuid", "0a", "id", ""),
                                200,
                                OK,
                                HarFile.authorization("OAuth 23456789abcdefgh"))))
                .as("an access token selects, whatever else is sent")
                .isEmpty();
        assertThat(remarks(new HarFile()
                        .call(
                                "/entity",
                                Map.of("access_token", "23456789abcdefgh"),
                                200,
                                OK,
                                HarFile.withoutAuthorization())))
                .isEmpty();
        assertThat(remarks(new HarFile()
                        .call(
                                "/entity",
                                Map.of(),
                                200,
                                OK,
                                request("application/json", "{\"type_name\":\"user\",\"uuid\":\"0a\"}"))))
                .as("JSON")
                .isEmpty();
        assertThat(remarks(new HarFile()
                        .call(
                                "/entity",
                                Map.of(),
                                200,
                                OK,
                                request(
                                        "multipart/form-data; boundary=XyZ",
                                        """
                                                        --XyZ
                                                        Content-Disposition: form-data; name="type_name"

                                                        user
                                                        --XyZ
                                                        Content-Disposition: form-data; name="uuid"

                                                        0a
                                                        --XyZ--
                                                        """
                                                .replace("\n", "\r\n")))))
                .as("parts")
                .isEmpty();
        assertThat(remarks(
                        new HarFile().call("/entity", Map.of(), 200, OK, entry -> ((ObjectNode) entry.path("request"))
                                .put("url", HarFile.HOST + "/entity?type_name=user&uuid=0a"))))
                .as("an address")
                .isEmpty();
    }

    @Test
    void remarksOnNothingWhereTheBodyWasNotRecorded() throws IOException {
        assertThat(remarks(new HarFile().call("/entity", Map.of(), 200, OK, entry -> {
                    ((ObjectNode) entry.path("request")).remove("postData");
                    ((ObjectNode) entry.path("request")).put("bodySize", 44);
                })))
                .isEmpty();
        assertThat(remarks(new HarFile().call("/entity", Map.of(), 200, OK, request("application/x-protobuf", "..."))))
                .isEmpty();
    }

    @Test
    void asksNoCredentialsOfARecordingFromWhichTheyWereTaken() throws IOException {
        var har = new HarFile()
                .call("/entity", Map.of("type_name", "user", "uuid", "0a"), 200, OK, HarFile.withoutAuthorization())
                .call("/entity", Map.of("type_name", "user", "uuid", "0b"), 200, OK, HarFile.withoutAuthorization());

        assertThat(remarks(har)).isEmpty();
    }

    @Test
    void countsCallsThatBreakTheSameRule() throws IOException {
        var har = new HarFile()
                .call("/settings/set", Map.of("key", "k"), 200, OK)
                .call("/settings/set", Map.of("key", "l"), 200, OK);

        assertThat(new TrafficUnderTest(directory).judge(har).summary().remarks())
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.count()).isEqualTo(2);
                    assertThat(remark.first()).isEqualTo("shop.har, entry 1");
                });
    }

    private static Consumer<ObjectNode> request(String type, String text) {
        return entry -> {
            ((ObjectNode) entry.at("/request/headers/1")).put("value", type);
            ((ObjectNode) entry.at("/request/postData")).put("text", text);
        };
    }

    private List<String> remarks(String operation, Map<String, String> form) throws IOException {
        return remarks(new HarFile().call(operation, form, 200, OK));
    }

    private List<String> remarks(HarFile har) throws IOException {
        return new TrafficUnderTest(directory)
                .judge(har).summary().remarks().stream()
                        .map(remark -> remark.rule() + ": " + remark.sentence())
                        .toList();
    }
}
