package io.regcontract.traffic.redaction;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.redaction.SecretExtractor;
import io.regcontract.traffic.request.ApiCall;
import java.util.ArrayList;
import java.util.List;

/**
 * A secret that an exchange holds.
 *
 * @param kind as a variable is called, {@code ACCESS_TOKEN}
 */
public record FoundSecret(String kind, String value) {

    private static final int SHORTEST = 6;
    private static final String VARIABLE = "${";

    /** The secrets of a request. */
    public static List<FoundSecret> in(ApiCall call) {
        var found = new ArrayList<FoundSecret>();
        collect(call, found);
        return found;
    }

    /** The secrets of a request and of the body of its answer. */
    public static List<FoundSecret> in(ApiCall call, Answer answer) {
        var found = new ArrayList<FoundSecret>();
        collect(call, found);
        if (answer.json() instanceof Body.Json json) {
            extractor(found).json(json.root());
        }
        return found;
    }

    private static void collect(ApiCall call, List<FoundSecret> found) {
        extractor(found).parameters(call.parameters().values());
        if (call.credentials().credential() instanceof Credential.ClientSecret client) {
            add(found, "CLIENT_SECRET", client.secret());
        } else if (call.credentials().credential() instanceof Credential.Token issued) {
            add(found, "ACCESS_TOKEN", issued.token());
        }
    }

    /** Adds what it finds to a list. */
    public static SecretExtractor extractor(List<FoundSecret> found) {
        return new SecretExtractor((kind, value) -> add(found, kind, value));
    }

    private static void add(List<FoundSecret> found, String kind, String value) {
        // A recording that was redacted before has variables in their places.
        if (value.length() >= SHORTEST && !value.startsWith(VARIABLE)) {
            found.add(new FoundSecret(kind, value));
        }
    }
}
