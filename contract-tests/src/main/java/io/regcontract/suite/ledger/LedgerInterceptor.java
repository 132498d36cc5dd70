package io.regcontract.suite.ledger;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.environment.Budgets;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.ledger.CreatedResource.Sort;
import io.regcontract.suite.ledger.Ledger.Entry;
import io.regcontract.suite.state.ThingsMade;
import io.regcontract.suite.transport.CallBlockedException;
import io.regcontract.suite.transport.CallBlockedException.Reason;
import io.regcontract.suite.transport.CallInterceptor;
import io.regcontract.suite.transport.LenientCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Records in the ledger what a call will create before the call is sent, for set-up, test call and twin alike. Blocks
 * calls that would create resources without the run's prefix or beyond its budget.
 */
final class LedgerInterceptor implements CallInterceptor, ThingsMade {

    private final Ledger ledger;
    private final ResourceDetector detector;
    private final long allowed;
    private final AtomicLong created = new AtomicLong();
    private final Set<String> clients = ConcurrentHashMap.newKeySet();

    /** @param shards how many processes share the budget */
    LedgerInterceptor(Ledger ledger, ResourceDetector detector, Budgets budgets, int shards) {
        this.ledger = ledger;
        this.detector = detector;
        this.allowed = budgets.things().orElse(Long.MAX_VALUE) / shards;
    }

    @Override
    public CallInterceptor.CallScope beforeCall(Call call, Exchange.Role role) {
        var things = detector.createdBy(call).stream()
                .filter(thing -> !(thing.sort() == Sort.SETTING && clients.contains(thing.within())))
                .toList();
        if (things.isEmpty()) {
            return CallInterceptor.CallScope.NO_OP;
        }
        things.forEach(this::checkName);
        takeFromTheBudget(things.size());
        var entries = things.stream().map(ledger::aboutToCreate).toList();
        return answer -> answer.ifPresent(received -> recordOutcome(entries, received));
    }

    @Override
    public Pending aboutToMake(ThingsMade.What sort, String name, String within) {
        if (detector.isOwnName(within)) {
            // It goes with its type.
            return id -> {};
        }
        var thing = new CreatedResource(
                switch (sort) {
                    case CLIENT -> Sort.CLIENT;
                    case ENTITY_TYPE -> Sort.ENTITY_TYPE;
                    case RECORD -> Sort.RECORD;
                },
                sort == ThingsMade.What.RECORD && !detector.isOwnName(name) ? "" : name,
                within);
        checkName(thing);
        takeFromTheBudget(1);
        var entry = ledger.aboutToCreate(thing);
        return id -> ledger.created(entry, id);
    }

    private void takeFromTheBudget(int things) {
        if (created.addAndGet(things) > allowed) {
            created.addAndGet(-things);
            throw new CallBlockedException(
                    Reason.BUDGET,
                    "the run has made the " + allowed + " things that budgets.things allows it, and makes no more");
        }
    }

    /** An empty name creates nothing, because the service refuses it. */
    private void checkName(CreatedResource thing) {
        if (thing.sort() != Sort.RECORD && !thing.name().isEmpty() && !detector.isOwnName(thing.name())) {
            throw new CallBlockedException(
                    Reason.NOT_OURS,
                    "it would make the " + thing + ", and nobody could tell by the name that this run made it");
        }
    }

    private void recordOutcome(List<Entry> entries, Answer answer) {
        if (!(answer.json() instanceof Body.Json)) {
            return;
        }
        if (answer.isSuccess()) {
            entries.forEach(entry -> id(entry.thing(), answer).ifPresent(id -> {
                ledger.created(entry, id);
                if (entry.thing().sort() == Sort.CLIENT) {
                    clients.add(id);
                }
            }));
        } else if (answer.status() < 500 && LenientCode.of(answer) / 100 != 5) {
            // After an internal failure the resource may exist all the same; after a refusal it does not.
            entries.forEach(ledger::gone);
        }
    }

    private static Optional<String> id(CreatedResource thing, Answer answer) {
        return switch (thing.sort()) {
            case CLIENT -> answer.text("client_id");
            case RECORD ->
                answer.text("uuid")
                        .or(() -> answer.json() instanceof Body.Json json
                                ? json.root().path("capture_user").path("uuid").asStringOpt()
                                : Optional.empty());
            default -> Optional.empty();
        };
    }
}
