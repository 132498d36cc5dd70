package io.regcontract.benchmark;

import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.observe.Observation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of the suite as it was heard on the wire.
 *
 * @param prefix what the names it made begin with
 * @param scenes one a scenario, in the order in which they were played
 */
record RecordedRun(String prefix, List<Scene> scenes) {

    /** A parameter that begins with what all names of one run begin with: the time is in it. */
    private static final Pattern NAME = Pattern.compile("=([A-Za-z][A-Za-z0-9-]*?[0-9]{8}t[0-9]{6}z[0-9a-z]+-)");

    private static final String LOG = RemoteSimulator.CONTROL + "/log/";

    private static final String APPLICATIONS = RemoteSimulator.CONTROL + "/applications";

    private static final JsonMapper JSON = new JsonMapper();

    /** What was said in one scenario; {@code matters} is the position of the call that its requirement is about. */
    record Scene(String id, List<RecordedExchange> messages, int matters) {

        /** The same, with those of the removals at its end that take away what was made in it. */
        Scene endingWith(List<RecordedExchange> removals) {
            var made = messages.stream()
                    .filter(message ->
                            message.method().equals("POST") && message.path().equals(APPLICATIONS))
                    .map(message -> APPLICATIONS + "/"
                            + JSON.readTree(message.answer()).path("id").asString())
                    .toList();
            var mine = removals.stream().filter(removal -> made.contains(removal.path()));
            return new Scene(id, Stream.concat(messages.stream(), mine).toList(), matters);
        }
    }

    /** Records two runs of the suite, one after the other, against one service. */
    static List<RecordedRun> twice(Path command, Path directory) throws IOException {
        var ours = new InProcessSuiteRun(InProcessSuiteRun.prepared(directory));
        try (var simulator = RemoteSimulator.start(command, 0)) {
            return List.of(once(simulator, ours), once(simulator, ours));
        }
    }

    private static RecordedRun once(RemoteSimulator simulator, InProcessSuiteRun ours) throws IOException {
        try (var tap = RecordingProxy.before(simulator.address())) {
            var seen = ours.oneByOne(tap.address(), observation -> {});
            // An application that a scenario had to itself goes away while the next one is played already.
            var removals = tap.heard().stream().filter(RecordedRun::removes).toList();
            var heard = new ArrayDeque<>(
                    tap.heard().stream().filter(message -> !removes(message)).toList());
            var scenes = new ArrayDeque<Scene>();
            // Backwards: what a run asks before its first scenario is on no record, and is what remains.
            for (int i = seen.observations().size() - 1; i >= 0; i--) {
                scenes.addFirst(scene(seen.observations().get(i), heard).endingWith(removals));
            }
            return new RecordedRun(prefix(List.copyOf(scenes)), List.copyOf(scenes));
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

    /** Takes what belongs to one scenario from the end of what was heard, also what is on no record: tidying up. */
    private static Scene scene(Observation observation, Deque<RecordedExchange> heard) {
        var messages = new ArrayDeque<RecordedExchange>();
        var matters = 0;
        for (int i = observation.exchanges().size() - 1; i >= 0; i--) {
            var exchange = observation.exchanges().get(i);
            while (!isThat(exchange, heard.getLast())) {
                keep(heard.removeLast(), messages);
            }
            keep(heard.removeLast(), messages);
            if (exchange.role() == Exchange.Role.DRIVE) {
                matters = messages.size();
            }
        }
        return new Scene(observation.requirement().id(), List.copyOf(messages), messages.size() - matters);
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
