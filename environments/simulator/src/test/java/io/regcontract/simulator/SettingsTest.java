package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Settings and clients when nothing goes wrong. */
class SettingsTest {

    private final SimulatorFixture world = new SimulatorFixture();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aClientsValueWinsOverTheApplications() {
        assertThat(result("/settings/set_default", "key", "level", "value", "app"))
                .isEqualTo("false");
        assertThat(result("/settings/get", "key", "level")).isEqualTo("\"app\"");
        assertThat(result("/settings/set", "key", "level", "value", "own")).isEqualTo("false");
        assertThat(result("/settings/set", "key", "level", "value", "own2")).isEqualTo("true");
        assertThat(result("/settings/get", "key", "level")).isEqualTo("\"own2\"");
        assertThat(result("/settings/get", "key", "level", "for_client_id", "login"))
                .isEqualTo("\"app\"");
        assertThat(result("/settings/get_default", "key", "level")).isEqualTo("\"app\"");
        assertThat(result("/settings/get_default", "key", "nope")).isEqualTo("null");
        assertThat(result("/settings/get_multi", "keys", json("['level','nope']")))
                .isEqualTo(json("{'level':'own2','nope':null}"));
        assertThat(result("/settings/delete", "key", "level")).isEqualTo("true");
        assertThat(result("/settings/delete", "key", "level")).isEqualTo("false");
        assertThat(result("/settings/get", "key", "level")).isEqualTo("\"app\"");
        assertThat(result("/settings/delete_default", "key", "level")).isEqualTo("true");
        assertThat(result("/settings/get", "key", "level")).isEqualTo("null");
    }

    @Test
    void setsSeveralAtOnce() {
        assertThat(result("/settings/set_multi", "items", json("{'a':'1','b':'2'}")))
                .isEqualTo(json("{'a':false,'b':false}"));
        assertThat(result("/settings/set_default_multi", "items", json("{'a':'3','c':'4'}")))
                .isEqualTo(json("{'a':false,'c':false}"));
        var items = world.owner("/settings/items").succeeds().path("result");
        assertThat(items.path("a").stringValue()).isEqualTo("1");
        assertThat(items.path("c").stringValue()).isEqualTo("4");
        assertThat(result("/settings/client_items")).isEqualTo(json("{'a':'1','b':'2'}"));
        assertThat(result("/settings/client_keys")).isEqualTo(json("['a','b']"));
        assertThat(result("/settings/client_keys", "for_client_id", "login")).isEqualTo("[]");
        assertThat(world.owner("/settings/default_items")
                        .succeeds()
                        .path("result")
                        .path("a")
                        .stringValue())
                .isEqualTo("3");
        assertThat(result("/settings/default_keys")).startsWith(json("['a','c',"));
        assertThat(result("/settings/keys")).contains("\"a\",\"b\",\"c\"");
        var all = world.owner("/settings/get_all").succeeds();
        assertThat(all.path("client_settings").path("owner").toString()).isEqualTo(json("{'a':'1','b':'2'}"));
        assertThat(all.path("default_settings").path("a").stringValue()).isEqualTo("3");
    }

    @Test
    void letsEveryoneReadTheDefaultsAndNoOneElseWrite() {
        var client = world.owner("/clients/add", "description", "reader", "features", json("['direct_read_access']"))
                .succeeds();
        var id = client.path("client_id").stringValue();
        var secret = client.path("client_secret").stringValue();
        world.as(id, secret, "/settings/get_default", "key", "login_attempts").succeeds();
        world.as(id, secret, "/settings/get", "key", "login_attempts").fails(403, "client_permission_error");
        world.as(id, secret, "/settings/set", "key", "k", "value", "v").fails(403, "client_permission_error");
    }

    @Test
    void listsAndDescribesClients() {
        var added = world.owner(
                        "/clients/add", "description", "one", "features", json("['access_issuer','direct_access']"))
                .succeeds();
        assertThat(added.path("client_id").stringValue()).hasSize(32);
        assertThat(added.path("client_secret").stringValue()).hasSize(32);
        assertThat(added.path("whitelist").toString()).isEqualTo(json("['0.0.0.0/0']"));
        var id = added.path("client_id").stringValue();
        world.owner("/clients/set_description", "for_client_id", id, "description", "two")
                .succeeds();
        var listed = world.owner("/clients/list", "has_features", json("['direct_access']"))
                .succeeds()
                .path("results");
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.path(0).path("client_id").stringValue()).isEqualTo(id);
        assertThat(listed.path(0).path("description").stringValue()).isEqualTo("two");
        assertThat(world.owner("/clients/list").succeeds().path("results").size())
                .isEqualTo(3);
    }

    @Test
    void publishesSettingsVersionByVersion() {
        world.owner("/settings/widget/get", "for_client_id", "owner").fails(200, "invalid_argument");
        world.owner("/settings/set_multi", "items", json("{'a':'1','b':'2','jump_publish_settings':'a, c'}"))
                .succeeds();
        var first = world.owner("/settings/widget/publish", "for_client_id", "owner", "include_settings", "true")
                .succeeds()
                .path("results");
        assertThat(first.path("a").stringValue()).isEqualTo("1");
        assertThat(first.has("b")).isFalse();
        world.owner("/settings/set", "key", "a", "value", "9").succeeds();
        var second = world.owner("/settings/widget/publish", "for_client_id", "owner", "include_settings", "true")
                .succeeds()
                .path("results");
        var version = first.path("janrain_settings_version").stringValue();
        assertThat(second.path("janrain_settings_version").stringValue()).isGreaterThan(version);
        assertThat(world.owner("/settings/widget/get", "for_client_id", "owner")
                        .succeeds()
                        .path("results"))
                .isEqualTo(second);
        assertThat(world.owner("/settings/widget/get", "for_client_id", "owner", "version", version)
                        .succeeds()
                        .path("results"))
                .isEqualTo(first);
        var folder = "/widget_data/settings/shop/owner";
        assertThat(world.owner("/settings/widget/list")
                        .succeeds()
                        .path("results")
                        .toString())
                .startsWith(json("['" + folder + ".json','" + folder + ".js','" + folder + "/" + version + ".json','"));
        world.owner("/settings/widget/list", "version", version).fails(100, "missing_argument");
        world.owner("/settings/widget/delete", "for_client_id", "owner", "version", version)
                .succeeds();
        world.owner("/settings/widget/get", "for_client_id", "owner", "version", version)
                .fails(200, "invalid_argument");
        world.owner("/settings/widget/delete", "for_client_id", "owner").succeeds();
        assertThat(world.owner("/settings/widget/list")
                        .succeeds()
                        .path("results")
                        .size())
                .isZero();
    }

    private String result(String path, String... parameters) {
        return world.owner(path, parameters).succeeds().path("result").toString();
    }
}
