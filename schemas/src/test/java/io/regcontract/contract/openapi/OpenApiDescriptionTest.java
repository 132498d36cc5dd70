package io.regcontract.contract.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.Contract;
import io.regcontract.contract.KnownRequirements;
import io.regcontract.contract.loading.ContractFiles;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operation.Parameter;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.contract.validation.FormatSchemas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class OpenApiDescriptionTest {

    private static final Contract CONTRACT = Contract.load();
    private static final JsonNode DOCUMENTED = OpenApiDescription.of(CONTRACT, OpenApiDialect.DOCUMENTED);
    private static final JsonNode OBSERVED = OpenApiDescription.of(CONTRACT, OpenApiDialect.OBSERVED);

    @Test
    void knowsOfEveryOperationWhatItIsForInTheOrderOfTheOperations() {
        var answers = ContractFiles.yaml("openapi/answers.yaml");

        assertThat(new FormatSchemas("meta").validate("answers", answers)).isEmpty();
        assertThat(answers.path("operations")
                        .valueStream()
                        .map(operation -> operation.path("path").asString()))
                .containsExactlyElementsOf(CONTRACT.operations().all().stream()
                        .map(Operation::path)
                        .toList());
        assertThat(answers.path("operations"))
                .allSatisfy(operation -> assertThat(operation.path("fields").propertyNames())
                        .as(operation.path("path").asString())
                        .containsAll(texts(operation.path("always"))));
    }

    @Test
    void describesEveryOperationByEachOfItsMethods() {
        for (var operation : CONTRACT.operations()) {
            var path = DOCUMENTED.path("paths").path(operation.path());
            assertThat(path.propertyNames())
                    .as(operation.path())
                    .containsExactlyElementsOf(operation.methods().stream()
                            .map(method -> method.equals("GET") ? "get" : "post")
                            .toList());
        }
        assertThat(DOCUMENTED.path("paths")).hasSize(CONTRACT.operations().all().size());
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryParameterWhereItTravels(OpenApiDialect dialect) {
        var description = description(dialect);
        for (var operation : CONTRACT.operations()) {
            var names = operation.parameters().stream().map(Parameter::name).toList();
            var always =
                    operation.alwaysRequired().stream().map(Parameter::name).toList();
            for (var method : description.path("paths").path(operation.path())) {
                if (method.has("requestBody")) {
                    var schema = resolved(
                            description,
                            method.at("/requestBody/content/application~1x-www-form-urlencoded/schema/$ref"));
                    assertThat(schema.path("properties").propertyNames()).containsAll(names);
                    assertThat(texts(schema.path("required"))).isEqualTo(always);
                } else {
                    var query = method.path("parameters")
                            .valueStream()
                            .filter(parameter ->
                                    parameter.path("in").asString("").equals("query"))
                            .toList();
                    assertThat(query)
                            .extracting(parameter -> parameter.path("name").asString())
                            .isEqualTo(names);
                    assertThat(query)
                            .filteredOn(parameter -> parameter.path("required").asBoolean(false))
                            .extracting(parameter -> parameter.path("name").asString())
                            .isEqualTo(always);
                }
            }
        }
    }

    @Test
    void letsComeFromAnOperationItsErrorsAndNoOther() {
        for (var operation : CONTRACT.operations()) {
            var documented = CONTRACT.operations().errorsOf(operation).stream()
                    .map(Operation.KnownError::code)
                    .filter(code -> CONTRACT.find(code).isPresent())
                    .toList();
            var all = CONTRACT.operations().errorsOf(operation).stream()
                    .map(Operation.KnownError::code)
                    .toList();

            assertThat(codesOf(DOCUMENTED, operation)).as(operation.path()).isEqualTo(documented);
            assertThat(codesOf(OBSERVED, operation)).as(operation.path()).isEqualTo(all);
        }
        assertThat(codesOf(OBSERVED, CONTRACT.operations().find("/entity.find").orElseThrow()))
                .contains(485, 504);
    }

    @Test
    void takesABodyForTheErrorOfItsCodeAndForNoOther() {
        var schemas = new DescribedSchemas(DOCUMENTED);
        for (var code : ErrorCode.values()) {
            var body = body(code, "request_token");

            assertThat(Arrays.stream(ErrorCode.values()).filter(other -> schemas.validate("Error" + other.code(), body)
                            .isEmpty()))
                    .containsExactly(code);
            assertThat(schemas.validate("Error" + code.code(), body.deepCopy().put("error", "another")))
                    .isNotEmpty();
            assertThat(schemas.validate("Error" + code.code(), body.deepCopy().put("request_token", "short")))
                    .isNotEmpty();
        }
    }

    @Test
    void holdsOfABodyWhatTheContractHoldsOfIt() {
        var schemas = new DescribedSchemas(DOCUMENTED);
        for (var code : ErrorCode.values()) {
            for (var wrong : damaged(body(code, "request_token"))) {
                assertThat(schemas.validate("Error" + code.code(), wrong).isEmpty())
                        .as(wrong.toString())
                        .isEqualTo(CONTRACT.validate(code, wrong).isEmpty() && wrong.has("stat"));
            }
        }
    }

    @Test
    void takesNoErrorForASuccessAndNoSuccessForAnError() {
        var schemas = new DescribedSchemas(DOCUMENTED);
        var body = body(ErrorCode.UNIQUE_VIOLATION, "request_token");
        var success = JsonMapper.shared()
                .createObjectNode()
                .put("stat", "ok")
                .put("id", 7)
                .put("uuid", "7-7");

        assertThat(schemas.validate("EntityCreateAnswer", body)).isEmpty();
        assertThat(schemas.validate("EntityCreateAnswer", success)).isEmpty();
        assertThat(schemas.validate("EntityCreateAnswer", body.deepCopy().put("stat", "ok")))
                .isNotEmpty();
        assertThat(schemas.validate("EntityCreateAnswer", success.deepCopy().put("stat", "OK")))
                .isNotEmpty();
        // No operation of this kind can give it.
        assertThat(schemas.validate("ClientsListAnswer", body)).isNotEmpty();
    }

    @Test
    void hasOfTheObservedServiceItsNamesAndItsToken() {
        var schemas = new DescribedSchemas(OBSERVED);
        var reused = body(ErrorCode.of(352).orElseThrow(), "request_id").put("error", "password_unacceptable");

        assertThat(schemas.validate("Error352", reused)).isEmpty();
        assertThat(schemas.validate("Error352", reused.deepCopy().put("error", "unknown_application")))
                .isNotEmpty();
        assertThat(schemas.validate("Error361", body(ErrorCode.UNIQUE_VIOLATION, "request_id")))
                .isEmpty();
        assertThat(schemas.validate("Error361", body(ErrorCode.UNIQUE_VIOLATION, "request_token")))
                .isNotEmpty();
    }

    @Test
    void hasTheFormOfOAuthWhereItWasObserved() {
        var token = CONTRACT.operations().find("/oauth/token").orElseThrow();
        var responses = OBSERVED.path("paths").path(token.path()).path("post").path("responses");
        var body = body(ErrorCode.INVALID_ARGUMENT, "request_id")
                .put("error", "invalid_grant")
                .put("sub_error", "invalid_argument");

        assertThat(responses.propertyNames()).containsExactly("200", "400", "401");
        assertThat(new DescribedSchemas(OBSERVED).validate("OauthTokenFailure", body))
                .isEmpty();
        assertThat(new DescribedSchemas(OBSERVED)
                        .validate("OauthTokenFailure", body.deepCopy().put("sub_error", "missing_argument")))
                .isNotEmpty();
        assertThat(DOCUMENTED
                        .path("paths")
                        .path(token.path())
                        .path("post")
                        .path("responses")
                        .propertyNames())
                .containsExactly("200");
        assertThat(OBSERVED.path("paths")
                        .valueStream()
                        .flatMap(JsonNode::valueStream)
                        .filter(method -> method.path("responses").size() > 1))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void takesTheErrorOfARecordInsideABulkSuccess(OpenApiDialect dialect) {
        var schemas = new DescribedSchemas(description(dialect));
        var element = body(ErrorCode.UNIQUE_VIOLATION, "request_token");
        element.remove("request_token");
        var success = JsonMapper.shared().createObjectNode().put("stat", "ok");
        success.putArray("results").add(7).add(element);
        success.putArray("uuid_results").add("7-7").add(element);

        assertThat(schemas.validate("EntityBulkCreateAnswer", success)).isEmpty();
        element.put("error", "another");
        assertThat(schemas.validate("EntityBulkCreateAnswer", success)).isNotEmpty();
    }

    @Test
    void refusesInATokenNoCharacterThatTheChecksTake() {
        var pattern = Pattern.compile(DOCUMENTED
                .at("/components/schemas/Error361/properties/request_token/pattern")
                .asString());

        var refused = IntStream.rangeClosed(Character.MIN_VALUE, Character.MAX_VALUE)
                .filter(character ->
                        !pattern.matcher(Character.toString(character)).find())
                .boxed()
                .toList();

        assertThat(refused)
                .contains((int) ' ', 0, 0x200b, 0x301, 0xd83d, 0xe000, 0xfffe)
                .allMatch(OpenApiDescriptionTest::isRefusedByTheChecks);
    }

    /** As the checks token.blank-free and token.characters have it. */
    private static boolean isRefusedByTheChecks(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || ServiceText.looksLikeABlank(character)
                || ServiceText.acts(character)
                || Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.ENCLOSING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK;
    }

    @ParameterizedTest
    @EnumSource
    void showsForEachAnswerExamplesThatKeepItsSchema(OpenApiDialect dialect) {
        var description = description(dialect);
        var schemas = new DescribedSchemas(description);
        for (var operation : CONTRACT.operations()) {
            for (var method : description.path("paths").path(operation.path())) {
                for (var response : method.path("responses")) {
                    var json = response.path("content").path("application/json");
                    var schema = json.at("/schema/$ref").asString().replaceAll(".*/", "");
                    var examples = json.path("examples").properties();
                    assertThat(examples).as(operation.path()).isNotEmpty().allSatisfy(example -> assertThat(
                                    schemas.validate(
                                            schema,
                                            resolved(
                                                            description,
                                                            example.getValue().path("$ref"))
                                                    .path("value")))
                            .as(operation.path() + " " + example.getKey())
                            .isEmpty());
                }
                assertThat(method.at("/responses/200/content/application~1json/examples")
                                .propertyNames())
                        .as(operation.path())
                        .contains("success");
            }
        }
        assertThat(DOCUMENTED.at("/components/examples").propertyNames())
                .as(
                        "openapi/examples.json of the contract has an answer of each code; OpenApiExamplesTest writes a copy")
                .containsAll(Arrays.stream(ErrorCode.values())
                        .map(code -> "Error" + code.code())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryRequirementOnce(OpenApiDialect dialect) {
        var named = new ArrayList<String>();
        for (var path : description(dialect).path("paths")) {
            for (var method : path) {
                for (var errors : List.of("errors", "errorsInsideASuccess")) {
                    for (var error : method.path("x-contract").path(errors)) {
                        named.addAll(texts(error.path("requirements")));
                    }
                }
            }
        }

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(KnownRequirements.load().in(KnownRequirements.Scope.OPERATIONS));
    }

    @ParameterizedTest
    @EnumSource
    void refersToNothingThatIsNotThere(OpenApiDialect dialect) {
        var description = description(dialect);
        var references =
                description.findValues("$ref").stream().map(JsonNode::asString).toList();

        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        description.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
        var schemes = description.at("/components/securitySchemes").propertyNames();
        assertThat(description.findValues("security"))
                .flatExtracting(alternatives -> alternatives
                        .valueStream()
                        .flatMap(alternative -> alternative.propertyNames().stream())
                        .toList())
                .isNotEmpty()
                .isSubsetOf(schemes);
    }

    @Test
    void takesCredentialsAsTheOperationDoes() {
        assertThat(security("/entity", "get"))
                .containsExactly(
                        "basic",
                        "clientId clientSecret",
                        "signature signatureDate",
                        "accessTokenHeader",
                        "accessToken");
        // In a form they may be fields, for which OpenAPI has no scheme.
        assertThat(security("/clients/add", "post"))
                .containsExactly("basic", "clientId clientSecret", "signature signatureDate", "");
        assertThat(security("/oauth/auth_native", "post")).containsExactly("", "basic");
        assertThat(security("/access/useVerificationCode", "post")).isEmpty();
    }

    private static List<String> security(String path, String method) {
        return DOCUMENTED
                .path("paths")
                .path(path)
                .path(method)
                .path("security")
                .valueStream()
                .map(alternative -> String.join(" ", alternative.propertyNames()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void saysOfEveryObjectInAnAnswerWhatElseItMayHold(OpenApiDialect dialect) {
        // A generator that takes silence for nothing would refuse what a service answers.
        assertThat(description(dialect).at("/components/schemas").properties())
                .filteredOn(schema -> !schema.getKey().endsWith("Request"))
                .allSatisfy(schema -> assertThat(objects(schema.getValue()))
                        .as(schema.getKey())
                        .allMatch(object -> object.has("additionalProperties")));
    }

    private static List<JsonNode> objects(JsonNode schema) {
        return Stream.concat(Stream.of(schema), schema.findParents("type").stream())
                .filter(node -> node.path("type").asString("").equals("object"))
                .toList();
    }

    @Test
    void givesNoTwoOperationsOneId() {
        assertThat(DOCUMENTED.findValues("operationId").stream().map(JsonNode::asString))
                .doesNotHaveDuplicates()
                .contains("entityCreate", "entityFindByGet", "accessUseVerificationCodeBySecondSpelling");
    }

    @ParameterizedTest
    @EnumSource
    void readsAsYamlAsItIs(OpenApiDialect dialect) {
        var read = YAMLMapper.builder().build().readTree(OpenApiDescription.yaml(CONTRACT, dialect));

        assertThat(read)
                .isEqualTo(JsonMapper.shared().readTree(description(dialect).toString()));
    }

    private static JsonNode description(OpenApiDialect dialect) {
        return dialect == OpenApiDialect.DOCUMENTED ? DOCUMENTED : OBSERVED;
    }

    private static JsonNode resolved(JsonNode description, JsonNode reference) {
        return description.at(reference.asString().substring(1));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static List<Integer> codesOf(JsonNode description, Operation operation) {
        var answer = resolved(
                description,
                description
                        .path("paths")
                        .path(operation.path())
                        .path("post")
                        .at("/responses/200/content/application~1json/schema/$ref"));
        return answer.path("oneOf")
                .valueStream()
                .map(alternative ->
                        resolved(description, alternative.path("$ref")).at("/properties/code/const"))
                .filter(JsonNode::isInt)
                .map(JsonNode::intValue)
                .toList();
    }

    private static ObjectNode body(ErrorCode code, String token) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("stat", "error")
                .put("code", code.code())
                .put("error", CONTRACT.error(code).name())
                .put("error_description", "something is wrong")
                .put(token, "ze7eyupk6qf5umek");
    }

    private static List<ObjectNode> damaged(ObjectNode body) {
        var without = body.propertyNames().stream().map(name -> {
            var less = body.deepCopy();
            less.remove(name);
            return less;
        });
        var other = body.propertyNames().stream()
                .flatMap(name -> Stream.of(
                        body.deepCopy().put(name, ""),
                        body.deepCopy().put(name, 7),
                        body.deepCopy().putNull(name),
                        body.deepCopy().put(name, " \t"),
                        body.deepCopy().put(name, true)));
        return Stream.of(without, other, Stream.of(body)).flatMap(each -> each).toList();
    }
}
