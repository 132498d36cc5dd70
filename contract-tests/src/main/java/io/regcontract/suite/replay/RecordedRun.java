package io.regcontract.suite.replay;

import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.replay.ReplayPlan.Purpose;
import io.regcontract.suite.scenario.Requirement;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of the suite as it went over the wire.
 *
 * @param service what it ran against
 * @param prefix what the names it made begin with
 * @param scenes one a scenario, in the order in which they were driven
 */
record RecordedRun(ServiceAccess service, String prefix, List<Scene> scenes) {

    /** A parameter that begins with what all names of one run begin with: the time is in it. */
    private static final Pattern NAME = Pattern.compile("=([A-Za-z][A-Za-z0-9-]*?[0-9]{8}t[0-9]{6}z[0-9a-z]+-)");

    /** A password as {@code TenantAccounts} makes it. */
    private static final Pattern PASSWORD = Pattern.compile("Pw-[0-9a-f]{32}-9x");

    private static final String LOG = ReplayPlan.CONTROL + "/log/";

    private static final String APPLICATIONS = ReplayPlan.CONTROL + "/applications";

    private static final JsonMapper JSON = new JsonMapper();

    /** What was sent in one scenario, and answered. */
    record Scene(Requirement requirement, List<RecordedExchange> messages) {

        /** The same with passwords that are alike in all runs: the suite makes a new one for each account. */
        Scene withFixedPasswords() {
            var fixed = new LinkedHashMap<String, String>();
            UnaryOperator<String> change = text -> PASSWORD.matcher(text)
                    .replaceAll(found ->
                            fixed.computeIfAbsent(found.group(), none -> "Pw-of-account-" + (fixed.size() + 1)));
            return new Scene(
                    requirement,
                    messages.stream().map(message -> message.changed(change)).toList());
        }

        /** The same, with those of the removals at its end that take away what was made in it. */
        Scene endingWith(List<RecordedExchange> removals) {
            var made = messages.stream()
                    .filter(message ->
                            message.method().equals("POST") && message.path().equals(APPLICATIONS))
                    .map(message -> APPLICATIONS + "/"
                            + JSON.readTree(message.answer()).path("id").asString())
                    .toList();
            var mine = removals.stream().filter(removal -> made.contains(removal.path()));
            return new Scene(requirement, Stream.concat(messages.stream(), mine).toList());
        }
    }

    /** Records a run. */
    static RecordedRun of(ServiceAccess service, SequentialRun run) throws IOException {
        try (var proxy = RecordingProxy.before(service.address())) {
            var seen = run.of(service.through(proxy.address()), observation -> {});
            // An application that a scenario had to itself is removed while the next one is driven already.
            var removals =
                    proxy.recorded().stream().filter(RecordedRun::removes).toList();
            var recorded = new ArrayDeque<>(proxy.recorded().stream()
                    .filter(message -> !removes(message))
                    .toList());
            var scenes = new ArrayDeque<Scene>();
            // Backwards: what a run asks before its first scenario is on no record, and is what remains.
            for (int i = seen.observations().size() - 1; i >= 0; i--) {
                scenes.addFirst(scene(seen.observations().get(i), recorded)
                        .withFixedPasswords()
                        .endingWith(removals));
            }
            return new RecordedRun(service, prefix(List.copyOf(scenes)), List.copyOf(scenes));
        }
    }

    private static String prefix(List<Scene> scenes) {
        return scenes.stream()
                .flatMap(scene -> scene.messages().stream())
                .map(message -> NAME.matcher(message.body()))
                .filter(Matcher::find)
                .map(name -> name.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing that was made bears the time of the run"));
    }

    /** Takes what belongs to one scenario from the end of what was recorded, also what is on no record: tidying up. */
    private static Scene scene(Observation observation, Deque<RecordedExchange> recorded) {
        var messages = new ArrayDeque<RecordedExchange>();
        for (int i = observation.exchanges().size() - 1; i >= 0; i--) {
            var exchange = observation.exchanges().get(i);
            while (!isThat(exchange, recorded.getLast())) {
                keep(recorded.removeLast(), messages);
            }
            keep(recorded.removeLast().as(Purpose.of(exchange.role())), messages);
        }
        return new Scene(observation.requirement(), List.copyOf(messages));
    }

    private static boolean removes(RecordedExchange message) {
        return message.method().equals("DELETE") && message.path().matches(Pattern.quote(APPLICATIONS) + "/[^/]+");
    }

    private static boolean isThat(Exchange exchange, RecordedExchange message) {
        return message.method().equals(exchange.method()) && exchange.url().endsWith(message.path());
    }

    private static void keep(RecordedExchange message, Deque<RecordedExchange> messages) {
        if (!message.path().startsWith(LOG)) {
            messages.addFirst(message);
        }
    }
}
