package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;

/**
 * A hundred thousand requests that no one would send: no fault, no hang, and every failure a valid error. Requests come
 * in rounds with a simulator of their own; a failing one names the seed and its number. To see it again, with the
 * requests of its round before it:
 *
 * <pre>-Dtest=FuzzTest -Dregcontract.fuzz.seed=SEED -Dregcontract.fuzz.case=NUMBER</pre>
 */
class FuzzTest {

    private static final int CASES = 100_000;
    private static final int CASES_THROUGH_SOCKETS = 4_000;
    private static final int ROUND = 1_000;
    private static final long SEED = Long.getLong("regcontract.fuzz.seed", 20_260_301L);
    private static final Optional<Integer> ONLY = Optional.ofNullable(Integer.getInteger("regcontract.fuzz.case"));
    private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final List<Declaration> operations = RegistrationSimulator.Builder.operations().all().stream()
            .map(Operation::declaration)
            .toList();

    private final Set<String> successes = ConcurrentHashMap.newKeySet();
    private final Set<String> codes = ConcurrentHashMap.newKeySet();

    @TempDir
    private Path directory;

    @Test
    void everyAnswerIsOneOfOurs() throws Exception {
        rounds(CASES, world -> world.simulator.endpoint()::answer);
        if (ONLY.isEmpty()) {
            // A fuzzer that never gets past the doors proves nothing.
            assertThat(codes).hasSizeGreaterThan(30);
            assertThat(successes).hasSizeGreaterThan(operations.size() * 3 / 4);
        }
    }

    @Test
    void everyAnswerIsOneOfOursThroughSockets() throws Exception {
        rounds(CASES_THROUGH_SOCKETS, world -> new RawConnection(world.simulator.baseAddress())::answer);
    }

    /** Where requests go. */
    private interface Way {
        WireAnswer answer(WireRequest request) throws Exception;
    }

    private interface Ways {
        Way into(World world);
    }

    private void rounds(int cases, Ways ways) throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            var rounds = new ArrayList<Future<?>>();
            var failures = new ArrayList<String>();
            var running = new AtomicInteger[cases / ROUND];
            for (int round = 0; round < cases / ROUND; round++) {
                int number = round;
                running[number] = new AtomicInteger(number * ROUND);
                if (ONLY.isEmpty() || ONLY.get() / ROUND == number) {
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
                    fail("one of these requests hangs, seed " + SEED + ": " + places);
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

    private void round(int number, AtomicInteger running, Ways ways) throws Exception {
        var dialect = number % 2 == 0 ? SpokenDialect.DOCUMENTED : SpokenDialect.OBSERVED;
        var rules = new AnswerRules(dialect);
        boolean durable = number % 10 < 2;
        var requests = new FuzzRequests(operations);
        var state = directory.resolve("state-" + number);
        List<String> before;
        try (var world = new World(builder -> (durable ? builder.state(state) : builder).dialect(dialect))) {
            furnish(world, requests);
            var way = ways.into(world);
            int last = ONLY.orElse((number + 1) * ROUND - 1);
            for (int index = number * ROUND; index <= last; index++) {
                running.set(index);
                if (index % 60 == 59) {
                    world.clock.move(Duration.ofMinutes(20));
                }
                attempt(world, rules, requests, way, index);
                if (index % 100 == 99) {
                    world.owner("/clients/list").succeeds();
                }
            }
            before = durable ? snapshot(world) : List.of();
        }
        if (durable) {
            try (var again = new World(builder -> builder.state(state).dialect(dialect))) {
                assertThat(snapshot(again))
                        .as("what round %s left behind", number)
                        .isEqualTo(before);
            }
        }
    }

    private void attempt(World world, AnswerRules rules, FuzzRequests requests, Way way, int index) {
        var request = requests.request(SEED, index);
        Optional<String> fault;
        WireAnswer answer = new WireAnswer(0, Map.of(), new byte[0]);
        long begin = System.nanoTime();
        try {
            answer = way.answer(request);
            fault = rules.faultOf(request.method(), request.path(), answer);
        } catch (Exception | StackOverflowError thrown) {
            fault = Optional.of("throws " + thrown);
        }
        if (fault.isEmpty() && System.nanoTime() - begin > SLOW_NANOS) {
            fault = Optional.of("takes more than ten seconds");
        }
        if (!world.faults.isEmpty()) {
            fault = Optional.of("hides " + world.faults.get(0) + " at "
                    + List.of(world.faults.get(0).getStackTrace()).stream()
                            .limit(12)
                            .toList());
        }
        if (fault.isPresent()) {
            fail(
                    """
                    seed %d, case %d: the answer %s
                    %s %s?%s
                    %s
                    %s

                    %d %s
                    """
                            .formatted(
                                    SEED,
                                    index,
                                    fault.get(),
                                    request.method(),
                                    request.path(),
                                    shown(request.query()),
                                    request.headers(),
                                    shown(new String(request.body(), StandardCharsets.UTF_8)),
                                    answer.status(),
                                    shown(new String(answer.body(), StandardCharsets.UTF_8))));
        }
        learn(request, answer, requests);
    }

    private void learn(WireRequest request, WireAnswer answer, FuzzRequests requests) {
        try {
            var body = Json.read(new String(answer.body(), StandardCharsets.UTF_8));
            if (body.path("stat").asString("").equals("ok")) {
                successes.add(request.path());
                // The clients that furnish the world must outlive it: the list of all clients stays unread.
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
    private static void furnish(World world, FuzzRequests requests) {
        var more = List.of(
                "{'name':'weight','type':'decimal'}",
                "{'name':'tag','type':'string','length':4,'constraints':['unique']}",
                "{'name':'address','type':'ipAddress'}",
                "{'name':'home','type':'object','attr_defs':[{'name':'city','type':'string','constraints':['alphabetic']}]}");
        for (var definition : more) {
            world.owner("/entityType.addAttribute", "type_name", "user", "attr_def", World.json(definition))
                    .succeeds();
        }
        for (int i = 0; i < 3; i++) {
            world.type(
                    "pet" + i,
                    "[" + String.join(",", more) + ",{'name':'email','type':'string','constraints':['required']}]");
        }
        world.owner("/entityType.setPasswordSettings", "type_name", "user", "settings", World.json("{'historySize':2}"))
                .succeeds();
        world.owner("/settings/set_default", "key", "login_attempts", "value", "1000")
                .succeeds();
        for (int i = 0; i < 6; i++) {
            requests.learn(world.owner(
                            "/entity.create",
                            "type_name",
                            "user",
                            "attributes",
                            World.json("{'email':'p" + i + "@example.com','password':'her-password',"
                                    + "'profiles':[{'domain':'d','identifier':'" + i + "'}]}"))
                    .succeeds());
        }
        var client = world.owner("/clients/add", "description", "fuzz", "features", World.json("['owner']"))
                .succeeds();
        requests.remember("fuzz client id", client.path("client_id").stringValue());
        requests.remember("fuzz client secret", client.path("client_secret").stringValue());
    }

    /** Everything that the API shows of a world. */
    private static List<String> snapshot(World world) {
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
