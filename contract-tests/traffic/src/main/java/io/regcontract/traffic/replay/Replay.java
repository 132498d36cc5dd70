package io.regcontract.traffic.replay;

import io.regcontract.assertion.Dialect;
import io.regcontract.traffic.TrafficExchange;
import io.regcontract.traffic.read.BrokenFileException;
import io.regcontract.traffic.read.Piece;
import io.regcontract.traffic.read.TrafficFile;
import io.regcontract.traffic.replay.Fidelity.Outcome;
import io.regcontract.traffic.replay.Fidelity.Replayed;
import io.regcontract.traffic.scope.ApiScope;
import io.regcontract.traffic.scope.ApiScope.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Repeats a recording against a fresh simulator in this process: requests that only read, and sessions that made themselves
 * what they use. Sends nothing anywhere else.
 */
public final class Replay {

    /** As many calls are held at once: a session needs all that came before. */
    static final int MOST_CALLS = 100_000;

    private final ApiScope scope;
    private final Dialect dialect;
    private final List<RecordedCall> calls = new ArrayList<>();
    private final List<String> incomplete = new ArrayList<>();
    private long exchanges;
    private long foreign;
    private long beyond;

    private Replay(ApiScope scope, Dialect dialect) {
        this.scope = scope;
        this.dialect = dialect;
    }

    /**
     * Repeats files in their order, as one recording.
     *
     * @param files in their order, and what each is called
     * @param scope what belongs to the API
     * @param dialect that the simulator is to speak
     */
    public static Fidelity of(Map<Path, String> files, ApiScope scope, Dialect dialect) {
        var replay = new Replay(scope, dialect);
        files.forEach(replay::read);
        if (replay.beyond > 0) {
            replay.incomplete.add(replay.beyond + " calls behind the first " + MOST_CALLS + " were not repeated.");
        }
        return new Fidelity(
                List.copyOf(files.values()),
                dialect.name().toLowerCase(Locale.ROOT),
                replay.exchanges,
                replay.foreign,
                replay.repeat(),
                replay.incomplete);
    }

    private void read(Path file, String name) {
        try (var open = TrafficFile.open(file, name)) {
            for (Optional<Piece> piece = open.next(); piece.isPresent(); piece = open.next()) {
                var parsed = open.parse(piece.get());
                parsed.exchanges().forEach(this::add);
                if (!parsed.flaw().isEmpty()) {
                    incomplete.add(open.placeOf(piece.get()) + " " + parsed.flaw() + ".");
                }
            }
        } catch (BrokenFileException broken) {
            incomplete.add(name + " " + broken.getMessage());
        } catch (IOException failed) {
            incomplete.add(name + " cannot be read: " + failed.getMessage());
        }
    }

    private void add(TrafficExchange exchange) {
        exchanges++;
        var place = scope.placeOf(exchange.url());
        Optional<RecordedCall> call = Optional.empty();
        if (place instanceof Place.AtOperation at) {
            call = Optional.of(RecordedCall.of(exchange, at.operation().path(), at.address()));
        } else if (place instanceof Place.NoOperation none) {
            call = Optional.of(RecordedCall.of(exchange, none.address().path(), none.address()));
        }
        if (call.isEmpty()) {
            foreign++;
        } else if (calls.size() < MOST_CALLS) {
            calls.add(call.get());
        } else {
            beyond++;
        }
    }

    private List<Replayed> repeat() {
        var clock = new ReplayClock(calls.stream()
                .flatMap(call -> call.exchange().at().stream())
                .min(Comparator.naturalOrder())
                .orElseGet(Instant::now));
        try (var simulator = new FreshSimulator(dialect, clock)) {
            var session = new Session(simulator, clock, RecordedClients.in(calls));
            return calls.stream().map(session::repeat).toList();
        }
    }

    /** One recording against one simulator. */
    private static final class Session {
        private final FreshSimulator simulator;
        private final ReplayClock clock;
        private final RecordedClients clients;
        private final ValueMap values = new ValueMap();
        private final ReplayedWorld world = new ReplayedWorld();
        private final StateNeeds needs;
        private final Map<String, String> secrets = new HashMap<>();

        Session(FreshSimulator simulator, ReplayClock clock, RecordedClients clients) {
            this.simulator = simulator;
            this.clock = clock;
            this.clients = clients;
            this.needs = new StateNeeds(clients, values, world, simulator);
            secrets.put(simulator.owner(), simulator.ownerSecret());
        }

        Replayed repeat(RecordedCall call) {
            call.exchange().at().ifPresent(clock::goTo);
            RecordedClients.of(call).ifPresent(this::standIn);
            call.parameter("for_client_id").filter(clients::knows).ifPresent(id -> values.put(id, simulator.owner()));
            application(call);
            var need = needs.of(call);
            call.json().ifPresent(values::saw);
            if (need.isPresent()) {
                return result(call, Outcome.NOT_REPLAYED, need.get(), List.of());
            }
            try {
                var answer = simulator.send(
                        ReplayRequest.of(call, values, secrets, simulator.application(), simulator.owner(), clock));
                var recorded = call.answer().orElseThrow();
                var differences = AnswerComparison.between(recorded, answer, world.made(ReplayedWorld.type(call)));
                RecordedCall.json(answer)
                        .ifPresent(replayed -> call.json().ifPresent(json -> values.learn(json, replayed)));
                if (call.succeeded() && answer.isSuccess()) {
                    world.note(call);
                    answer.text("client_secret")
                            .ifPresent(secret -> answer.text("client_id").ifPresent(id -> secrets.put(id, secret)));
                }
                return result(call, differences.isEmpty() ? Outcome.ALIKE : Outcome.DIFFERENT, "", differences);
            } catch (IOException unsendable) {
                return result(
                        call,
                        Outcome.NOT_REPLAYED,
                        "a request that can be sent, and " + unsendable.getMessage(),
                        List.of());
            }
        }

        /** A client that was there before the recording began is the owner of the fresh application. */
        private void standIn(RecordedClients.Named named) {
            if (!clients.knows(named.id()) || values.wasAnswered(named.id())) {
                return;
            }
            if (clients.isPublic(named.id()) && named.secret().isEmpty()) {
                values.put(named.id(), simulator.loginClient());
            } else {
                values.put(named.id(), simulator.owner());
            }
            named.secret()
                    .filter(secret -> clients.isRight(named.id(), secret))
                    .ifPresent(secret -> values.put(secret, simulator.ownerSecret()));
        }

        private void application(RecordedCall call) {
            if (call.code() != 221 && call.code() != 224) {
                call.parameter("application_id").ifPresent(id -> values.put(id, simulator.application()));
                call.exchange().headers().stream()
                        .filter(header -> header.name().equalsIgnoreCase("X-Application-Id"))
                        .forEach(header -> values.put(header.value(), simulator.application()));
            }
        }

        private static Replayed result(RecordedCall call, Outcome outcome, String need, List<Difference> differences) {
            return new Replayed(call.place(), call.operation(), call.outcome(), outcome, need, differences);
        }
    }
}
