package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;

import io.regcontract.simulator.RightsTable.Cell;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** How each operation is called for someone: by arguments that are right for every caller. */
final class RightsCalls {

    private final RightsFixture foreign;
    private final Map<String, BiFunction<RightsFixture, Cell, Map<String, String>>> calls = new HashMap<>();

    /** @param foreign the other application */
    RightsCalls(RightsFixture foreign) {
        this.foreign = foreign;
        clientsAndSettings();
        types();
        records();
        issuing();
        RightsSignIns.describe(this);
    }

    Map<String, String> parameters(RightsFixture here, Cell cell) {
        return calls.get(cell.operation()).apply(here, cell);
    }

    boolean knows(String operation) {
        return calls.containsKey(operation);
    }

    private void clientsAndSettings() {
        fixed("/clients/add", "description", "d");
        fixed("/clients/list");
        forClient("/clients/clear_whitelist");
        forClient("/clients/reset_secret", "hours_to_live", "1");
        forClient("/clients/set_description", "description", "d");
        forClient("/clients/set_features", "features", json("['owner']"));
        forClient("/clients/set_whitelist", "whitelist", json("['0.0.0.0/0']"));
        on("/clients/delete", (here, cell) -> map("client_id_for_deletion", client(here, cell)));
        for (var name : new String[] {"default_items", "default_keys"}) {
            fixed("/settings/" + name);
        }
        for (var name : new String[] {"client_items", "client_keys", "get_all", "items", "keys"}) {
            forClient("/settings/" + name);
        }
        for (var name : new String[] {"delete_default", "get_default"}) {
            fixed("/settings/" + name, "key", "k");
        }
        forClient("/settings/delete", "key", "k");
        forClient("/settings/get", "key", "k");
        forClient("/settings/get_multi", "keys", json("['k']"));
        forClient("/settings/set", "key", "k", "value", "v");
        fixed("/settings/set_default", "key", "k", "value", "v");
        fixed("/settings/set_default_multi", "items", json("{'k':'v'}"));
        forClient("/settings/set_multi", "items", json("{'k':'v'}"));
        forClient("/settings/widget/list");
        forClient("/settings/widget/publish");
        for (var name : new String[] {"get", "delete"}) {
            on("/settings/widget/" + name, (here, cell) -> {
                if (!cell.target().equals("foreign")) {
                    here.owner("/settings/widget/publish", "for_client_id", client(here, cell));
                }
                return map("for_client_id", client(here, cell));
            });
        }
    }

    private void types() {
        fixed("/entityType.list");
        fixed("/entityType.create", "type_name", "car", "attr_defs", "[]");
        ofType("/entityType");
        ofType("/entityType.addAttribute", "attr_def", json("{'name':'size','type':'integer'}"));
        ofType("/entityType.addProperty", "property", "p");
        ofType("/entityType.addRule", "description", "d", "definition", json("{'max-length':90}"));
        ofType("/entityType.delete", "commit", "true");
        ofType("/entityType.properties");
        ofType("/entityType.rules");
        ofType("/entityType.removeAttribute", "attribute_name", "displayName");
        ofType("/entityType.renameAttribute", "source_name", "displayName", "target_name", "nickName");
        ofType("/entityType.setAttributeConstraints", "attribute_name", "givenName", "constraints", "[]");
        ofType("/entityType.setAttributeDescription", "attribute_name", "givenName", "description", json("'d'"));
        ofType("/entityType.setPasswordSettings", "settings", json("{'historySize':3}"));
        on("/entityType.removeRule", (here, cell) -> with(type(cell), "uuid", rule(here)));
        on("/entityType.removeProperty", (here, cell) -> with(type(cell), "uuid", property(here)));
        on(
                "/entityType.getAccessSchema",
                (here, cell) -> map("type_name", "user", "access_type", "read", "for_client_id", client(here, cell)));
        on(
                "/entityType.setAccessSchema",
                (here, cell) -> map(
                        "type_name",
                        "user",
                        "access_type",
                        "read",
                        "attributes",
                        json("['givenName']"),
                        "for_client_id",
                        client(here, cell)));
        ofType("/versions/entityType", "timestamp", "now");
        on("/versions/entity", (here, cell) -> with(type(cell), "timestamp", "now", "id", number(here, cell.target())));
    }

    private void records() {
        ofRecord("/entity");
        ofRecord("/entity.delete");
        ofRecord("/entity.deleteAccess");
        for (var path : new String[] {"/entity.update", "/entity.replace"}) {
            ofRecord(path, "attributes", json("{'email':'new@example.com'}"), "include_record", "true");
        }
        for (var path : new String[] {"/entity.find", "/entity.count", "/entity.bulkDelete"}) {
            on(
                    path,
                    (here, cell) -> map(
                            "type_name", "user", "filter", "email = '" + email(here, cell) + "'", "commit", "true"));
        }
        ofType("/entity.purge", "commit", "true");
        ofType("/entity.create", "attributes", json("{'email':'new@example.com'}"), "include_record", "true");
        ofType("/entity.bulkCreate", "all_attributes", json("[{'email':'new@example.com'}]"));
        on("/entity.adopt", (here, cell) -> {
            var giver = cell.target().equals("own") ? "other" : "own";
            return with(
                    type(cell),
                    "id",
                    number(here, cell.target()),
                    "attribute_name",
                    "statuses",
                    "child_id",
                    here.made(giver).path("statuses").path(0).path("id").toString());
        });
    }

    private void issuing() {
        ofRecord("/access/getAccessToken");
        ofRecord("/access/getAuthorizationCode");
        ofRecord("/access/getVerificationCode", "attribute_name", "emailVerified");
        ofType("/access/getCreationToken");
        for (var path : new String[] {"/access/useVerificationCode", "/access/use_verification_code"}) {
            on(
                    path,
                    (here, cell) -> map(
                            "verification_code",
                            there(here, cell)
                                    .owner(
                                            "/access/getVerificationCode",
                                            "type_name",
                                            "user",
                                            "uuid",
                                            uuid(here, cell),
                                            "attribute_name",
                                            "emailVerified")
                                    .path("verification_code")
                                    .stringValue()));
        }
        on("/oauth/token", (here, cell) -> {
            var there = there(here, cell);
            var client = cell.target().equals("own") ? there.judged() : there.otherClient();
            var code = there.owner(
                            "/access/getAuthorizationCode",
                            "type_name",
                            "user",
                            "uuid",
                            uuid(here, cell),
                            "for_client_id",
                            client.id())
                    .path("authorizationCode");
            return map("grant_type", "authorization_code", "code", code.stringValue());
        });
    }

    void on(String path, BiFunction<RightsFixture, Cell, Map<String, String>> parameters) {
        calls.put(path, parameters);
    }

    private void fixed(String path, String... parameters) {
        on(path, (here, cell) -> map(parameters));
    }

    private void forClient(String path, String... parameters) {
        on(path, (here, cell) -> with(map(parameters), "for_client_id", client(here, cell)));
    }

    private void ofType(String path, String... parameters) {
        on(path, (here, cell) -> with(type(cell), parameters));
    }

    private void ofRecord(String path, String... parameters) {
        on(path, (here, cell) -> with(map("type_name", "user", "uuid", uuid(here, cell)), parameters));
    }

    RightsFixture there(RightsFixture here, Cell cell) {
        return cell.target().equals("foreign") ? foreign : here;
    }

    private String client(RightsFixture here, Cell cell) {
        return switch (cell.target()) {
            case "own" -> here.judged().id();
            case "other" -> here.otherClient().id();
            default -> foreign.judged().id();
        };
    }

    private String uuid(RightsFixture here, Cell cell) {
        return cell.target().equals("foreign") ? foreign.uuid("own") : here.uuid(cell.target());
    }

    String email(RightsFixture here, Cell cell) {
        return cell.target().equals("foreign") ? "foreign@example.com" : here.email(cell.target());
    }

    private String number(RightsFixture here, String person) {
        return person.equals("foreign") ? "1" : here.made(person).path("id").toString();
    }

    private static Map<String, String> type(Cell cell) {
        return map("type_name", cell.target().equals("foreign") ? "alien" : "user");
    }

    private static String rule(RightsFixture here) {
        return here.owner(
                        "/entityType.addRule",
                        "type_name",
                        "user",
                        "description",
                        "d",
                        "definition",
                        json("{'max-length':90}"))
                .path("result")
                .path("uuid")
                .stringValue();
    }

    private static String property(RightsFixture here) {
        return here.owner("/entityType.addProperty", "type_name", "user", "property", "p")
                .path("result")
                .path("uuid")
                .stringValue();
    }

    static Map<String, String> map(String... pairs) {
        return with(Map.of(), pairs);
    }

    static Map<String, String> with(Map<String, String> some, String... pairs) {
        var all = new LinkedHashMap<>(some);
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        return all;
    }

    static String[] pairs(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    }
}
