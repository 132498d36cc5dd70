package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.Applications;
import io.regcontract.simulator.control.journal.json.JournalWriter;
import io.regcontract.simulator.journal.Journals;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.reaction.Reactions;
import io.regcontract.simulator.wire.WireRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The calls of the control plane about the journal of one application. */
final class JournalCalls {

    private static final int MOST_ENTRIES = 100_000;
    private static final int LONGEST_NAME = 200;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cntrl}");
    private static final String AFTER = "after";
    private static final String LIMIT = "limit";
    /** Nothing is changed by calls that only look. */
    private static final String LOOKING = "GET";

    private final Applications applications;
    private final Journals journals;

    JournalCalls(Applications applications, Journals journals) {
        this.applications = applications;
        this.journals = journals;
    }

    /**
     * Answers a call.
     *
     * @param name of the application
     * @param steps of the path after {@code journal}
     * @throws ControlPlaneException 404 when there is no such application or call, 400 for what is wrong in it
     */
    JsonNode answer(WireRequest request, String name, List<String> steps) {
        var application = applications
                .find(name)
                .map(Application::name)
                .orElseThrow(() -> new ControlPlaneException(404, "There is no application " + name + "."));
        return switch (request.method() + " " + String.join("/", steps)) {
            case "GET " -> read(application, request);
            case "GET reactions" -> JournalWriter.write(application, Reactions.to(journals.read(application)));
            case "POST marks" -> JournalWriter.write(journals.note(application, noteIn(request)));
            case "DELETE " -> {
                journals.forget(application);
                yield Json.object();
            }
            default -> throw ControlPlaneException.unknownCall();
        };
    }

    /** Notes what a call has changed, and forgets what is gone. */
    void afterChange(String method, List<String> steps) {
        if (method.equals(LOOKING)) {
            return;
        }
        if (steps.equals(List.of("reset"))) {
            journals.clear();
        } else if (steps.size() == 2 && steps.get(0).equals("applications")) {
            journals.forget(steps.get(1));
        } else if (steps.size() > 2 && steps.get(0).equals("applications")) {
            journals.changed(steps.get(1), method, steps.get(2));
        }
    }

    private JsonNode read(String application, WireRequest request) {
        var query = query(request.query());
        return JournalWriter.write(journals.readAfter(
                application,
                query.getOrDefault(AFTER, 0L),
                query.getOrDefault(LIMIT, (long) MOST_ENTRIES).intValue()));
    }

    private static Map<String, Long> query(String text) {
        var query = new HashMap<String, Long>();
        for (var pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (!Set.of(AFTER, LIMIT).contains(parts[0])) {
                throw new ControlPlaneException(400, "The journal takes \"after\" and \"limit\", and nothing else.");
            }
            if (parts.length < 2 || !WHOLE.matcher(parts[1]).matches()) {
                throw new ControlPlaneException(400, "\"" + parts[0] + "\" must be a whole number.");
            }
            query.put(parts[0], Long.parseLong(parts[1]));
        }
        if (query.getOrDefault(LIMIT, 1L) < 1 || query.getOrDefault(LIMIT, 1L) > MOST_ENTRIES) {
            throw new ControlPlaneException(400, "\"limit\" must be a whole number from 1 to " + MOST_ENTRIES + ".");
        }
        return query;
    }

    private static String noteIn(WireRequest request) {
        var name = ControlRequest.of(request).text("name").strip();
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || INVISIBLE.matcher(name).find()) {
            throw new ControlPlaneException(
                    400, "\"name\" must be 1 to " + LONGEST_NAME + " characters in one line, without data of people.");
        }
        return name;
    }
}
