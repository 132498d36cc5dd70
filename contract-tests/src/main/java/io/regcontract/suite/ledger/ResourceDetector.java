package io.regcontract.suite.ledger;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.ledger.CreatedResource.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Determines from a call which resources it would create, so that they can be recorded before it is sent. A first
 * social sign-in creates an account too, but needs a social provider, which the suite has only in the simulator.
 */
final class ResourceDetector {

    /** The entity type that flows register people in. */
    static final String USER = "user";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String prefix;

    /** @param prefix what the name of everything that the run makes begins with */
    ResourceDetector(String prefix) {
        this.prefix = prefix;
    }

    /** The resources that a call would create; empty if it creates nothing that stays. */
    List<CreatedResource> createdBy(Call call) {
        return switch (call.operation()) {
            case "/clients/add" -> List.of(new CreatedResource(Sort.CLIENT, parameter(call, "description"), ""));
            case "/entityType.create" ->
                List.of(new CreatedResource(Sort.ENTITY_TYPE, parameter(call, "type_name"), ""));
            case "/entityType.addAttribute" -> attribute(call);
            case "/entity.create" -> records(call, List.of(json(parameter(call, "attributes"))));
            case "/entity.bulkCreate" ->
                records(
                        call,
                        json(parameter(call, "all_attributes")).valueStream().toList());
            case "/oauth/register_native", "/oauth/register_native_traditional" ->
                List.of(record(parameter(call, "emailAddress"), USER));
            case "/settings/set" -> List.of(setting(call, parameter(call, "key")));
            case "/settings/set_multi" ->
                json(parameter(call, "items")).propertyNames().stream()
                        .map(key -> setting(call, key))
                        .toList();
            case "/settings/set_default" ->
                List.of(new CreatedResource(Sort.DEFAULT_SETTING, parameter(call, "key"), ""));
            case "/settings/set_default_multi" ->
                json(parameter(call, "items")).propertyNames().stream()
                        .map(key -> new CreatedResource(Sort.DEFAULT_SETTING, key, ""))
                        .toList();
            default -> List.of();
        };
    }

    /** Whether a name has the prefix of this run. */
    boolean isOwnName(String name) {
        return name.startsWith(prefix);
    }

    private List<CreatedResource> attribute(Call call) {
        var type = parameter(call, "type_name");
        return isOwnName(type)
                ? List.of()
                : List.of(new CreatedResource(
                        Sort.ATTRIBUTE,
                        json(parameter(call, "attr_def")).path("name").asString(""),
                        type));
    }

    private List<CreatedResource> records(Call call, List<JsonNode> attributes) {
        var type = parameter(call, "type_name");
        if (isOwnName(type)) {
            return List.of();
        }
        var things = new ArrayList<CreatedResource>();
        for (var each : attributes) {
            things.add(record(each.path("email").asString(""), type));
        }
        return things;
    }

    /**
     * A record is identified by its e-mail address only if the address has the run's prefix; any other could belong to
     * a real person.
     */
    private CreatedResource record(String address, String type) {
        return new CreatedResource(Sort.RECORD, isOwnName(address) ? address : "", type);
    }

    private static CreatedResource setting(Call call, String key) {
        var client = parameter(call, "for_client_id");
        return new CreatedResource(
                Sort.SETTING, key, client.isEmpty() ? call.credential().client().orElse("") : client);
    }

    private static String parameter(Call call, String name) {
        return Optional.ofNullable(call.parameters().get(name)).orElse("");
    }

    /** Text that is no JSON creates nothing, because the service refuses it. */
    private static JsonNode json(String text) {
        try {
            return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }
}
