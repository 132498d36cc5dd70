package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.model.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The operations are those that the vendor lists or its clients call, each once. Written down by hand, so that none can be lost unnoticed. */
class OperationListTest {

    private static final List<String> LEGACY_CLIENTS_AND_SETTINGS = List.of(
            "/clients/add",
            "/clients/clear_whitelist",
            "/clients/delete",
            "/clients/list",
            "/clients/reset_secret",
            "/clients/set_description",
            "/clients/set_features",
            "/clients/set_whitelist",
            "/settings/delete",
            "/settings/delete_default",
            "/settings/get",
            "/settings/get_default",
            "/settings/get_multi",
            "/settings/items",
            "/settings/keys",
            "/settings/set",
            "/settings/set_default",
            "/settings/set_default_multi",
            "/settings/set_multi",
            "/settings/widget/delete",
            "/settings/widget/get",
            "/settings/widget/list",
            "/settings/widget/publish");

    private static final List<String> ENTITY = List.of(
            "/entity",
            "/entity.bulkCreate",
            "/entity.count",
            "/entity.create",
            "/entity.delete",
            "/entity.deleteAccess",
            "/entity.find",
            "/entity.replace",
            "/entity.update",
            "/entityType",
            "/entityType.addAttribute",
            "/entityType.addRule",
            "/entityType.create",
            "/entityType.getAccessSchema",
            "/entityType.list",
            "/entityType.removeAttribute",
            "/entityType.removeRule",
            "/entityType.rules",
            "/entityType.setAccessSchema",
            "/entityType.setAttributeConstraints",
            "/entityType.setPasswordSettings");

    private static final List<String> AUTHENTICATION = List.of(
            "/access/getAccessToken",
            "/access/getAuthorizationCode",
            "/access/getCreationToken",
            "/access/getVerificationCode",
            "/access/useVerificationCode",
            "/access/use_verification_code",
            "/oauth/auth_native",
            "/oauth/auth_native_traditional",
            "/oauth/forgot_password_native",
            "/oauth/link_account_native",
            "/oauth/register_native",
            "/oauth/register_native_traditional",
            "/oauth/token",
            "/oauth/unlink_account_native",
            "/oauth/update_profile_native",
            "/oauth/verify_email_native");

    /** Known from clients alone. */
    private static final List<String> ON_NO_LIST = List.of(
            "/settings/client_items",
            "/settings/client_keys",
            "/settings/default_items",
            "/settings/default_keys",
            "/settings/get_all",
            "/entity.adopt",
            "/entity.bulkDelete",
            "/entity.purge",
            "/entityType.addProperty",
            "/entityType.delete",
            "/entityType.properties",
            "/entityType.removeProperty",
            "/entityType.renameAttribute",
            "/entityType.setAttributeDescription",
            "/oauth/refresh_access_token",
            "/versions/entity",
            "/versions/entityType");

    private final Contract contract = Contract.load();

    @Test
    void everyOperationIsThereExactlyOnce() {
        assertThat(contract.operations().all().stream().map(Operation::path))
                .as(
                        "the operations of operations.yaml, which the lists of this test name by the API that documents them")
                .containsExactlyInAnyOrderElementsOf(
                        List.of(LEGACY_CLIENTS_AND_SETTINGS, ENTITY, AUTHENTICATION, ON_NO_LIST).stream()
                                .flatMap(List::stream)
                                .toList());
    }

    @Test
    void everyOperationStandsUnderTheApiThatDocumentsIt() {
        assertThat(contract.operations()).allSatisfy(operation -> {
            if (LEGACY_CLIENTS_AND_SETTINGS.contains(operation.path())) {
                assertThat(operation.api()).as(operation.path()).isEqualTo("legacy clients and settings");
            } else if (ENTITY.contains(operation.path())) {
                assertThat(operation.api()).as(operation.path()).isEqualTo("entity");
            } else if (AUTHENTICATION.contains(operation.path())) {
                assertThat(operation.api()).as(operation.path()).isEqualTo("authentication");
            }
        });
    }

    @Test
    void whatIsOnNoListIsThinAndAnErratum() {
        assertThat(contract.erratum("E-53").orElseThrow().operations()).containsExactlyInAnyOrderElementsOf(ON_NO_LIST);
        assertThat(ON_NO_LIST).allSatisfy(path -> assertThat(
                        contract.operations().find(path).orElseThrow().evidence())
                .as(path)
                .isEqualTo(Operation.Evidence.THIN));
    }

    @Test
    void whatIsThinSaysWhatIsOurReading() {
        assertThat(contract.operations().all().stream()
                        .filter(operation -> operation.evidence() == Operation.Evidence.THIN))
                .isNotEmpty()
                .allSatisfy(operation ->
                        assertThat(operation.notes()).as(operation.path()).isNotEmpty());
    }

    @Test
    void everyErrorIsDocumentedOrAnErratum() {
        assertThat(contract.operations()).allSatisfy(operation -> assertThat(
                        contract.operations().errorsOf(operation))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(contract.find(error.code()).isPresent()
                                || contract.errata().stream()
                                        .anyMatch(erratum -> erratum.codes().contains(error.code())))
                        .as(operation.path() + " " + error.code())
                        .isTrue()));
    }
}
