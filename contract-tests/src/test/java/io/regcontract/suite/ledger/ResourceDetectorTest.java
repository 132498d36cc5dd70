package io.regcontract.suite.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.ledger.CreatedResource.Sort;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call makes, told from the call. */
final class ResourceDetectorTest {

    private static final Credential OWNER = new Credential.Basic("owner", "owner-secret");

    private final ResourceDetector creatingCalls = new ResourceDetector("rc1-");

    @Test
    void aClientIsFoundByItsDescription() {
        assertThat(creatingCalls.createdBy(call("/clients/add", Map.of("description", "rc1-7client"))))
                .containsExactly(new CreatedResource(Sort.CLIENT, "rc1-7client", ""));
    }

    @Test
    void anEntityTypeIsFoundByItsName() {
        assertThat(creatingCalls.createdBy(
                        call("/entityType.create", Map.of("type_name", "rc1-7type", "attr_defs", "[]"))))
                .containsExactly(new CreatedResource(Sort.ENTITY_TYPE, "rc1-7type", ""));
    }

    @Test
    void anAccountIsFoundByItsAddress() {
        assertThat(creatingCalls.createdBy(call(
                        "/entity.create",
                        Map.of("type_name", "user", "attributes", "{\"email\":\"rc1-7@example.com\"}"))))
                .containsExactly(new CreatedResource(Sort.RECORD, "rc1-7@example.com", "user"));
        assertThat(creatingCalls.createdBy(
                        call("/oauth/register_native_traditional", Map.of("emailAddress", "rc1-8@example.com"))))
                .containsExactly(new CreatedResource(Sort.RECORD, "rc1-8@example.com", "user"));
    }

    @Test
    void eachAccountOfManyIsOne() {
        assertThat(creatingCalls.createdBy(call(
                        "/entity.bulkCreate",
                        Map.of(
                                "type_name",
                                "user",
                                "all_attributes",
                                "[{\"email\":\"rc1-7@example.com\"},{\"givenName\":\"Ada\"}]"))))
                .containsExactly(
                        new CreatedResource(Sort.RECORD, "rc1-7@example.com", "user"),
                        new CreatedResource(Sort.RECORD, "", "user"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "xrc1-7@example.com"})
    void anAddressThatIsNotOfTheRunIsNotGoneBy(String address) {
        assertThat(creatingCalls.createdBy(call(
                        "/entity.create",
                        Map.of("type_name", "user", "attributes", "{\"email\":\"" + address + "\"}"))))
                .containsExactly(new CreatedResource(Sort.RECORD, "", "user"));
    }

    @ParameterizedTest
    @CsvSource({"/entity.create, attributes, {}", "/entity.bulkCreate, all_attributes, '[{},{}]'"})
    void aRecordOfATypeOfTheRunGoesWithTheType(String operation, String parameter, String value) {
        assertThat(creatingCalls.createdBy(call(operation, Map.of("type_name", "rc1-7type", parameter, value))))
                .isEmpty();
    }

    @Test
    void aSettingBelongsToTheClientItIsFor() {
        assertThat(creatingCalls.createdBy(
                        call("/settings/set", Map.of("key", "rc1-k", "value", "7", "for_client_id", "other"))))
                .containsExactly(new CreatedResource(Sort.SETTING, "rc1-k", "other"));
        assertThat(creatingCalls.createdBy(
                        call("/settings/set_multi", Map.of("items", "{\"rc1-a\":\"1\",\"rc1-b\":\"2\"}"))))
                .containsExactly(
                        new CreatedResource(Sort.SETTING, "rc1-a", "owner"),
                        new CreatedResource(Sort.SETTING, "rc1-b", "owner"));
        assertThat(creatingCalls.createdBy(call("/settings/set_default", Map.of("key", "rc1-k", "value", "7"))))
                .containsExactly(new CreatedResource(Sort.DEFAULT_SETTING, "rc1-k", ""));
        assertThat(creatingCalls.createdBy(call("/settings/set_default_multi", Map.of("items", "{\"rc1-a\":\"1\"}"))))
                .containsExactly(new CreatedResource(Sort.DEFAULT_SETTING, "rc1-a", ""));
    }

    @Test
    void anAttributeCountsOnlyOnATypeOfOthers() {
        var definition = "{\"name\":\"rc1-badge\",\"type\":\"string\"}";

        assertThat(creatingCalls.createdBy(
                        call("/entityType.addAttribute", Map.of("type_name", "user", "attr_def", definition))))
                .containsExactly(new CreatedResource(Sort.ATTRIBUTE, "rc1-badge", "user"));
        assertThat(creatingCalls.createdBy(
                        call("/entityType.addAttribute", Map.of("type_name", "rc1-t", "attr_def", definition))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/entity", "/entity.update", "/clients/list", "/access/getAccessToken", "/settings/delete"})
    void otherCallsMakeNothingThatStays(String operation) {
        assertThat(creatingCalls.createdBy(call(operation, Map.of("type_name", "user"))))
                .isEmpty();
    }

    @Test
    void whatIsNoJsonMakesAtMostARecordWithoutAnAddress() {
        assertThat(creatingCalls.createdBy(call("/settings/set_multi", Map.of("items", "{"))))
                .isEmpty();
        assertThat(creatingCalls.createdBy(call("/entity.create", Map.of("type_name", "user", "attributes", "{"))))
                .containsExactly(new CreatedResource(Sort.RECORD, "", "user"));
    }

    private static Call call(String operation, Map<String, String> parameters) {
        return Call.to(operation, OWNER).with(parameters);
    }
}
