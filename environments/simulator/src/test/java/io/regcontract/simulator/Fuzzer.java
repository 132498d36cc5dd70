package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.wire.WireAnswer;
import io.regcontract.simulator.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;

/**
 * Sends generated requests in rounds, each with its own simulator. Of a request whose answer is none of ours it
 * makes the smallest one that still gets such an answer, and says how to see it again.
 */
final class Fuzzer {

    private static final int ROUND = 1_000;
    private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final List<OperationDeclaration> operations = SimulatorWiring.operations().all().stream()
            .map(Operation::declaration)
            .toList();

    private final Set<String> successes = ConcurrentHashMap.newKeySet();
    private final Set<String> codes = ConcurrentHashMap.newKeySet();

    private final long seed;
    private final Optional<Integer> only;
    private final Path directory;

    /**
     * @param only the number of a request that is to be seen again, after those of its round before it
     * @param directory for state files
     */
    Fuzzer(long seed, Optional<Integer> only, Path directory) {
        this.seed = seed;
        this.only = only;
        this.directory = directory;
    }

    /** The paths of all operations. */
    List<String> operations() {
        return operations.stream().map(OperationDeclaration::path).toList();
    }

    /** Paths that were called with success. */
    Set<String> successes() {
        return successes;
    }

    /** Codes that came back. */
    Set<String> codes() {
        return codes;
    }

    /** Where requests go. */
    interface Target {
        WireAnswer answer(WireRequest request) throws Exception;
    }

    /** Opens targets. */
    interface TargetFactory {
        Target into(SimulatorFixture world);
    }

    /**
     * Sends a number of requests.
     *
     * @throws AssertionError for requests with wrong answers, one of each round
     */
    void run(int cases, TargetFactory ways) throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            var rounds = new ArrayList<Future<?>>();
            var failures = new ArrayList<String>();
            var running = new AtomicInteger[cases / ROUND];
            for (int round = 0; round < cases / ROUND; round++) {
                int number = round;
                running[number] = new AtomicInteger(number * ROUND);
                if (only.isEmpty() || only.get() / ROUND == number) {
                    rounds.add(pool.submit(() -> {
                        round(number, running[number], ways);
                        return null;
                    }));
                }
            }
            for (var round : rounds) {
                try {
                    round.get(2, TimeUnit.MINUTES);
                } catch (TimeoutException hangs) {
                    var places = new HashSet<Integer>();
                    for (var place : running) {
                        places.add(place.get());
                    }
                    fail("one of these requests hangs, seed " + seed + ": " + places);
                } catch (ExecutionException failed) {
                    failures.add(String.valueOf(failed.getCause().getMessage()));
                }
            }
            // One failure per round, so that one run shows several bugs.
            assertThat(failures.stream().limit(8)).isEmpty();
        } finally {
            pool.shutdownNow();
        }
    }

    private void round(int number, AtomicInteger running, TargetFactory ways) throws Exception {
        var dialect = dialect(number);
        var rules = new AnswerRules(dialect);
        boolean durable = number % 10 < 2;
        var requests = new FuzzRequests(operations);
        var state = directory.resolve("state-" + number);
        List<String> before;
        try (var world = new SimulatorFixture(builder -> (durable ? builder.state(state) : builder).dialect(dialect))) {
            furnish(world, requests);
            var way = ways.into(world);
            int last = only.orElse((number + 1) * ROUND - 1);
            for (int index = number * ROUND; index <= last; index++) {
                running.set(index);
                if (index % 60 == 59) {
                    world.clock.move(Duration.ofMinutes(20));
                }
                attempt(world, rules, requests, ways, way, index);
                if (index % 100 == 99) {
                    world.owner("/clients/list").succeeds();
                }
            }
            before = durable ? snapshot(world) : List.of();
        }
        if (durable) {
            try (var again =
                    new SimulatorFixture(builder -> builder.state(state).dialect(dialect))) {
                assertThat(snapshot(again))
                        .as("what round %s left behind", number)
                        .isEqualTo(before);
            }
        }
    }

    private void attempt(
            SimulatorFixture world, AnswerRules rules, FuzzRequests requests, TargetFactory ways, Target way, int index)
            throws Exception {
        var request = requests.request(seed, index);
        var attempt = attempt(world, rules, way, request);
        if (attempt.fault().isPresent()) {
            var small = FuzzShrinker.smallest(
                    request, less -> attempt(world, rules, way, less).fault().isPresent());
            var shown = attempt(world, rules, way, small);
            fail(
                    """
                    seed %d, case %d: the answer %s
                    The smallest request of the kind%s:
                    %s
                    %d %s
                    As it was generated: %s %s?%s
                    %s
                    %s
                    To see it again: -Dtest=FuzzTest -Dregcontract.fuzz.seed=%d -Dregcontract.fuzz.case=%d
                    """
                            .formatted(
                                    seed,
                                    index,
                                    shown.fault().or(attempt::fault).orElseThrow(),
                                    failsAlone(index, small, ways)
                                            ? ""
                                            : ", which fails only after others of its round",
                                    FuzzShrinker.curl(small, world.simulator.baseAddress()),
                                    shown.answer().status(),
                                    shown(new String(shown.answer().body(), StandardCharsets.UTF_8)),
                                    request.method(),
                                    request.path(),
                                    shown(request.query()),
                                    request.headers(),
                                    shown(new String(request.body(), StandardCharsets.UTF_8)),
                                    seed,
                                    index));
        }
        learn(request, attempt.answer(), requests);
    }

    /** An answer, and what is wrong with it. */
    private record Attempt(WireAnswer answer, Optional<String> fault) {}

    private static Attempt attempt(SimulatorFixture world, AnswerRules rules, Target way, WireRequest request) {
        world.faults.clear();
        long begin = System.nanoTime();
        WireAnswer answer;
        try {
            answer = way.answer(request);
        } catch (Exception | StackOverflowError thrown) {
            return new Attempt(new WireAnswer(0, Map.of(), new byte[0]), Optional.of("throws " + thrown));
        }
        if (!world.faults.isEmpty()) {
            var hidden = world.faults.get(0);
            var places = List.of(hidden.getStackTrace()).stream().limit(12).toList();
            return new Attempt(answer, Optional.of("hides " + hidden + " at " + places));
        }
        var fault = rules.faultOf(request.method(), request.path(), answer);
        return new Attempt(
                answer,
                fault.isEmpty() && System.nanoTime() - begin > SLOW_NANOS
                        ? Optional.of("takes more than ten seconds")
                        : fault);
    }

    /** Whether a request gets a wrong answer without the others of its round before it. */
    private boolean failsAlone(int index, WireRequest request, TargetFactory ways) throws Exception {
        var dialect = dialect(index / ROUND);
        var requests = new FuzzRequests(operations);
        try (var world = new SimulatorFixture(builder -> builder.dialect(dialect))) {
            furnish(world, requests);
            return attempt(world, new AnswerRules(dialect), ways.into(world), request)
                    .fault()
                    .isPresent();
        }
    }

    private static SpokenDialect dialect(int round) {
        return round % 2 == 0 ? SpokenDialect.DOCUMENTED : SpokenDialect.OBSERVED;
    }

    private void learn(WireRequest request, WireAnswer answer, FuzzRequests requests) {
        try {
            var body = Json.read(new String(answer.body(), StandardCharsets.UTF_8));
            if (body.path("stat").asString("").equals("ok")) {
                successes.add(request.path());
                // The clients that the fixture uses must not be deleted: the list of all clients stays unread.
                if (!request.path().equals("/clients/list")) {
                    requests.learn(body);
                }
            } else {
                codes.add(body.path("code").asString());
            }
        } catch (JacksonException noJson) {
            // A refusal of HTTP itself has nothing to learn from.
        }
    }

    /** Things to run into, and a client for the requests; the owner itself is for us. */
    private static void furnish(SimulatorFixture world, FuzzRequests requests) {
        var more = List.of(
                "{'name':'weight','type':'decimal'}",
                "{'name':'tag','type':'string','length':4,'constraints':['unique']}",
                "{'name':'address','type':'ipAddress'}",
                "{'name':'home','type':'object','attr_defs':[{'name':'city','type':'string','constraints':['alphabetic']}]}");
        for (var definition : more) {
            world.owner("/entityType.addAttribute", "type_name", "user", "attr_def", SimulatorFixture.json(definition))
                    .succeeds();
        }
        for (int i = 0; i < 3; i++) {
            world.type(
                    "pet" + i,
                    "[" + String.join(",", more) + ",{'name':'email','type':'string','constraints':['required']}]");
        }
        world.owner(
                        "/entityType.setPasswordSettings",
                        "type_name",
                        "user",
                        "settings",
                        SimulatorFixture.json("{'historySize':2}"))
                .succeeds();
        world.owner("/settings/set_default", "key", "login_attempts", "value", "1000")
                .succeeds();
        for (int i = 0; i < 6; i++) {
            requests.learn(world.owner(
                            "/entity.create",
                            "type_name",
                            "user",
                            "attributes",
                            SimulatorFixture.json("{'email':'p" + i + "@example.com','password':'her-password',"
                                    + "'profiles':[{'domain':'d','identifier':'" + i + "'}]}"))
                    .succeeds());
        }
        var client = world.owner("/clients/add", "description", "fuzz", "features", SimulatorFixture.json("['owner']"))
                .succeeds();
        requests.remember("fuzz client id", client.path("client_id").stringValue());
        requests.remember("fuzz client secret", client.path("client_secret").stringValue());
    }

    /** Everything that the API shows of an application. */
    private static List<String> snapshot(SimulatorFixture world) {
        var all = new ArrayList<String>();
        all.add(world.owner("/clients/list").text());
        all.add(world.owner("/settings/items").text());
        for (var type :
                world.owner("/entityType.list").succeeds().path("results").values()) {
            var name = type.stringValue();
            all.add(world.owner("/entityType", "type_name", name).text());
            all.add(world.owner("/entityType.rules", "type_name", name).text().replaceAll("[a-z0-9]{16}", "TOKEN"));
            all.add(world.owner("/entity.find", "type_name", name, "max_results", "10000", "filter", "true")
                    .text());
        }
        return all;
    }

    private static String shown(String text) {
        return text.length() > 3_000 ? text.substring(0, 3_000) + "..." : text;
    }
}
