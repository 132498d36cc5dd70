package io.regcontract.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operation.AllowList;
import io.regcontract.contract.model.Operation.Credential;
import io.regcontract.contract.model.Operation.Requirement;
import io.regcontract.contract.model.ParameterType.Kind;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.credential.CredentialForm;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.access.AccessOperations;
import io.regcontract.simulator.operation.clients.ClientOperations;
import io.regcontract.simulator.operation.entity.EntityOperations;
import io.regcontract.simulator.operation.entitytype.EntityTypeOperations;
import io.regcontract.simulator.operation.oauth.OauthOperations;
import io.regcontract.simulator.operation.settings.SettingOperations;
import io.regcontract.simulator.operation.versions.VersionOperations;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The operations as the contract has them and as the simulator declares them, written down twice by design: what differs
 * is a slip in one of the two.
 */
final class OperationsAgreeTest {

    private static final Map<CredentialForm, Credential> FORMS = Map.of(
            CredentialForm.BASIC, Credential.BASIC,
            CredentialForm.CLIENT_PARAMETERS, Credential.PARAMETERS,
            CredentialForm.SIGNATURE, Credential.SIGNATURE,
            CredentialForm.ACCESS_TOKEN, Credential.OAUTH_TOKEN,
            CredentialForm.CREATION_TOKEN, Credential.CREATION_TOKEN,
            CredentialForm.CLIENT_ID, Credential.CLIENT_ID_ONLY);

    /** Parameters that carry credentials: the simulator declares them as forms of credentials. */
    private static final Set<String> SAYS_WHO_CALLS =
            Set.of("client_id", "client_secret", "access_token", "creation_token");

    private static final Map<String, OperationDeclaration> SIMULATED = Stream.of(
                    ClientOperations.all(),
                    SettingOperations.all(),
                    EntityOperations.all(),
                    EntityTypeOperations.all(),
                    AccessOperations.all(),
                    OauthOperations.all(),
                    VersionOperations.all())
            .flatMap(group -> group.stream())
            .map(operation -> operation.declaration())
            .collect(Collectors.toMap(OperationDeclaration::path, Function.identity()));

    static Stream<Operation> operations() {
        return Contract.load().operations().all().stream();
    }

    @Test
    void knowTheSamePaths() {
        assertThat(SIMULATED.keySet())
                .as("operations that the simulator declares, beside those of operations.yaml")
                .containsExactlyInAnyOrderElementsOf(
                        operations().map(Operation::path).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void askForTheSame(Operation promised) {
        var declared = SIMULATED.get(promised.path());

        assertThat(declared).as("simulated").isNotNull();
        assertThat(facts(declared)).isEqualTo(facts(promised));
        if (promised.allowList() != AllowList.UNKNOWN) {
            assertThat(declared.respectsAllowList())
                    .as("respects the allow list")
                    .isEqualTo(promised.allowList() == AllowList.YES);
        }
    }

    private static Map<String, Object> facts(Operation promised) {
        var facts = new TreeMap<String, Object>();
        facts.put("group", promised.group());
        facts.put(
                "parameters",
                promised.parameters().stream()
                        .filter(parameter -> !SAYS_WHO_CALLS.contains(parameter.name()))
                        // The fields of a form belong to its flow, and differ with it.
                        .filter(parameter -> parameter.type().kind() != Kind.FORM_FIELD)
                        .collect(Collectors.toMap(
                                Operation.Parameter::name,
                                parameter -> parameter.required() instanceof Requirement.Always,
                                Boolean::logicalOr,
                                TreeMap::new)));
        facts.put(
                "credentials",
                promised.credentials().stream()
                        .filter(form -> form != Credential.NONE)
                        // A signature made with the refresh secret comes with the bare client id.
                        .map(form -> form == Credential.REFRESH_SECRET ? Credential.CLIENT_ID_ONLY : form)
                        .collect(Collectors.toCollection(TreeSet::new)));
        facts.put(
                "features",
                promised.features().stream()
                        .map(feature -> feature.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new)));
        return facts;
    }

    private static Map<String, Object> facts(OperationDeclaration declared) {
        var facts = new TreeMap<String, Object>();
        facts.put("group", declared.group().publicName());
        facts.put(
                "parameters",
                declared.arguments().parameters().stream()
                        .filter(parameter -> !SAYS_WHO_CALLS.contains(parameter.name()))
                        .collect(Collectors.toMap(
                                Parameter::name,
                                parameter -> parameter.presence() == Parameter.Presence.REQUIRED
                                        && parameter.setting().isEmpty()
                                        && parameter.fallback().isEmpty(),
                                Boolean::logicalOr,
                                TreeMap::new)));
        facts.put(
                "credentials",
                declared.credentials().stream().map(FORMS::get).collect(Collectors.toCollection(TreeSet::new)));
        facts.put(
                "features",
                declared.features().stream()
                        .map(Feature::documentedName)
                        .collect(Collectors.toCollection(TreeSet::new)));
        return facts;
    }
}
