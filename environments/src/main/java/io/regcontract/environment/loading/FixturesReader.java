package io.regcontract.environment.loading;

import io.regcontract.contract.yaml.YamlDocument;
import io.regcontract.environment.ExistingThings;
import io.regcontract.environment.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what exists already in an environment. */
final class FixturesReader {

    private static final TypeReference<Map<String, Object>> DEFINITION = new TypeReference<>() {};

    private final YamlDocument document;
    private final ReferenceResolver references;

    FixturesReader(YamlDocument document, ReferenceResolver references) {
        this.document = document;
        this.references = references;
    }

    Fixtures read() {
        return new Fixtures(
                document.text("/fixtures/social-account"),
                references.secret("/fixtures/expired-access-token", "an access token that has expired"),
                document.text("/fixtures/broken-flow"),
                document.text("/fixtures/triggering-flow"),
                document.text("/fixtures/telling-flow"),
                new ExistingThings(
                        each(FixtureRules.CLIENTS, this::client),
                        each(FixtureRules.TYPES, this::type),
                        each(FixtureRules.ACCOUNTS, this::account)));
    }

    private Optional<ExistingThings.Client> client(String at) {
        var features = new TreeSet<String>();
        document.json().at(at + "/features").forEach(feature -> features.add(feature.asString("")));
        var id = references.identity(at + "/client-id", "the id of the client");
        var secret = references.secret(at + "/client-secret", "the secret of the client");
        return id.flatMap(known -> secret.map(value -> new ExistingThings.Client(features, known, value)));
    }

    private Optional<ExistingThings.Type> type(String at) {
        return document.text(at + "/name")
                .map(name -> new ExistingThings.Type(
                        name,
                        document.json()
                                .at(at + "/attributes")
                                .valueStream()
                                .filter(JsonNode::isObject)
                                .map(attribute -> JsonMapper.shared().convertValue(attribute, DEFINITION))
                                .toList()));
    }

    private Optional<ExistingThings.Account> account(String at) {
        var email = document.text(at + "/email");
        var password = references.secret(at + "/password", "the password of the account");
        return email.flatMap(address ->
                password.map(value -> new ExistingThings.Account(address, value, document.text(at + "/uuid"))));
    }

    private <T> List<T> each(String pointer, Function<String, Optional<T>> read) {
        var found = new ArrayList<T>();
        for (int index = 0; index < document.json().at(pointer).size(); index++) {
            read.apply(pointer + "/" + index).ifPresent(found::add);
        }
        return found;
    }
}
