package io.regcontract.suite.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A request that could be made: a value, so that two can be compared before either is sent.
 *
 * @param operation path of the operation, as {@code /entity.create}
 * @param credential who makes it
 * @param parameters by name, in the order they are sent
 * @param headers beside those that belong to the credential and the body
 */
public record Call(
        String operation, Credential credential, Map<String, String> parameters, Map<String, String> headers) {

    /** The header that names an application. */
    public static final String APPLICATION = "X-Application-Id";

    /** The header that names the host. */
    public static final String HOST = "Host";

    public Call {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** A call without parameters. */
    public static Call to(String operation, Credential credential) {
        return new Call(operation, credential, Map.of(), Map.of());
    }

    /** The same call with one parameter set. */
    public Call with(String name, String value) {
        var changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        return new Call(operation, credential, changed, headers);
    }

    /** The same call with more parameters set. */
    public Call with(Map<String, String> more) {
        var changed = new LinkedHashMap<>(parameters);
        changed.putAll(more);
        return new Call(operation, credential, changed, headers);
    }

    /** The same call without a parameter. */
    public Call without(String name) {
        var changed = new LinkedHashMap<>(parameters);
        changed.remove(name);
        return new Call(operation, credential, changed, headers);
    }

    /** The same call with one header set. */
    public Call header(String name, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new Call(operation, credential, parameters, changed);
    }

    /** The same call with another credential. */
    public Call as(Credential other) {
        return new Call(operation, other, parameters, headers);
    }

    /** The differences from another call, such as {@code parameter uuid}: one entry for each. */
    public List<String> differencesFrom(Call other) {
        var differences = new ArrayList<String>();
        if (!operation.equals(other.operation)) {
            differences.add("operation");
        }
        if (!credential.equals(other.credential)) {
            differences.add("credentials");
        }
        differing("parameter ", parameters, other.parameters, differences);
        differing("header ", headers, other.headers, differences);
        return List.copyOf(differences);
    }

    private static void differing(String what, Map<String, String> a, Map<String, String> b, List<String> into) {
        var names = new TreeSet<>(a.keySet());
        names.addAll(b.keySet());
        names.stream()
                .filter(name -> !Objects.equals(a.get(name), b.get(name)))
                .map(name -> what + name)
                .forEach(into::add);
    }
}
