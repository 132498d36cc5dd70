package io.regcontract.facade.store;

import io.regcontract.facade.schema.Attribute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The applications of a facade: the one that it was started with, and those that tests make for themselves. */
public final class Applications {

    /** The domain under which applications have their hosts. */
    public static final String SUFFIX = "janraincapture.com";

    /** The entity type that people are records of. */
    public static final String PEOPLE = "user";

    private static final String DEFAULTS = "/io/regcontract/facade/application.json";

    private final Clock clock;
    private final Application first;
    private final Map<String, Application> byName = new ConcurrentHashMap<>();

    /**
     * With one application.
     *
     * @param owner its client with the owner feature
     * @param login its client that signs people in
     */
    public Applications(Clock clock, String name, ApiClient owner, ApiClient login) {
        this.clock = clock;
        this.first = made(name, owner, login);
    }

    /**
     * Makes an application.
     *
     * @return empty when the name is taken
     */
    public Optional<Application> add(String name, ApiClient owner, ApiClient login) {
        return byName.containsKey(name) ? Optional.empty() : Optional.of(made(name, owner, login));
    }

    private Application made(String name, ApiClient owner, ApiClient login) {
        var made = new Application(name, name + "." + SUFFIX, clock);
        for (var client : List.of(owner, login)) {
            made.clients().put(client.id(), client);
        }
        var defaults = defaults();
        made.addType(PEOPLE, Attribute.read(defaults.path("attributes")));
        defaults.path("settings").forEachEntry((key, value) -> made.settings().put(key, value.asString()));
        defaults.path("flows")
                .forEach(flow -> made.flows().put(flow.path("name").asString(), (ObjectNode) flow));
        byName.put(name, made);
        return made;
    }

    private static ObjectNode defaults() {
        try (var read = Applications.class.getResourceAsStream(DEFAULTS)) {
            var defaults = (ObjectNode) new ObjectMapper().readTree(read);
            // Both flows are one document: the second says which part of a log-in was wrong.
            var standard = (ObjectNode) defaults.path("flow");
            var flows = defaults.putArray("flows");
            flows.add(standard.deepCopy().put("name", "standard"));
            flows.add(standard.deepCopy().put("name", "telling").put("tellsWhatWasWrong", true));
            return defaults;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that it was started with. */
    public Application first() {
        return first;
    }

    /** All of them. */
    public Collection<Application> all() {
        return byName.values();
    }

    /** The one of that name. */
    public Optional<Application> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The one that lives on a host. */
    public Optional<Application> onHost(String host) {
        return all().stream().filter(each -> each.host().equalsIgnoreCase(host)).findFirst();
    }

    /** The one that a client belongs to. */
    public Optional<Application> ofClient(String id) {
        return all().stream().filter(each -> each.clients().containsKey(id)).findFirst();
    }

    /** The one that issued a token or code. */
    public Optional<Application> ofToken(String value) {
        return all().stream().filter(each -> each.tokens().has(value)).findFirst();
    }

    /** Removes one. */
    public void remove(Application gone) {
        byName.remove(gone.name());
    }

    /** A client with a new id and secret. */
    public static ApiClient newClient(Set<String> features) {
        return ApiClient.of(Names.random(2 * Names.TOKEN), Names.random(2 * Names.TOKEN), features);
    }
}
