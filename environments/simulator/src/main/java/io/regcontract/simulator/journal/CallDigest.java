package io.regcontract.simulator.journal;

import io.regcontract.simulator.argument.Parameters;
import io.regcontract.simulator.control.journal.Bound;
import io.regcontract.simulator.control.journal.CallFailure;
import io.regcontract.simulator.control.journal.Cause;
import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.NamedId;
import io.regcontract.simulator.control.journal.SearchPage;
import io.regcontract.simulator.filter.FilterBounds;
import io.regcontract.simulator.record.DateTimes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes of a call what may be kept of it. Not safe for use by several threads. */
final class CallDigest {

    private static final Set<String> TIMES = Set.of(Bound.LAST_UPDATED, "created");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final String FILTER = "filter";
    private static final String MAX_RESULTS = "max_results";
    private static final String FIRST_RESULT = "first_result";
    /** Kept as they are, and therefore not in the fingerprint. */
    private static final Set<String> APART = Set.of(NamedIds.UUID, NamedIds.ID, MAX_RESULTS, FIRST_RESULT, "timeout");

    private static final int MOST_CLIENTS = 1_000;

    private final Fingerprints fingerprints;
    private final Map<String, Optional<String>> clients = new HashMap<>();

    CallDigest(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /** What may be kept of a call. */
    JournalCall of(AnsweredCall call, long sequence, Cause cause) {
        var parameters = call.parameters();
        var filter = parameters.given(FILTER).map(text -> FilterBounds.in(text, found -> bound(found, call.time())));
        var ids = NamedIds.in(parameters, call.failure().isPresent(), call.namesUnissuedId());
        return new JournalCall(
                sequence,
                call.time(),
                call.begunNanos(),
                call.tookNanos(),
                call.operation(),
                client(call.clientId()),
                call.writes(),
                call.failure()
                        .map(failure ->
                                new CallFailure(failure.code(), failure.error(), failure.requestToken(), cause)),
                call.fault(),
                call.failedElements().isEmpty()
                        ? List.of()
                        : call.failedElements().stream()
                                .map(AnsweredCall.Failure::code)
                                .sorted()
                                .distinct()
                                .toList(),
                call.drills(),
                ids,
                filter.map(FilterBounds::bounds).orElse(List.of()),
                call.isSearch() ? Optional.of(page(call)) : Optional.empty(),
                fingerprint(call, ids, filter.map(FilterBounds::rest)),
                0,
                0);
    }

    /** Calls of one client share its id. */
    private Optional<String> client(Optional<String> id) {
        if (clients.size() > MOST_CLIENTS) {
            clients.clear();
        }
        return id.isEmpty() ? id : clients.computeIfAbsent(id.get(), unused -> id);
    }

    private static SearchPage page(AnsweredCall call) {
        var most = number(call.parameters(), MAX_RESULTS)
                .map(number -> OptionalInt.of((int) Math.min(number, Integer.MAX_VALUE)))
                .orElseGet(OptionalInt::empty);
        return new SearchPage(
                most,
                number(call.parameters(), FIRST_RESULT).orElse(0L),
                call.results(),
                call.reached().flatMap(text -> DateTimes.read(text, call.time())));
    }

    private static Optional<Long> number(Parameters parameters, String name) {
        return parameters
                .given(name)
                .filter(text -> WHOLE.matcher(text).matches())
                .map(Long::parseLong)
                .filter(number -> number >= 0);
    }

    private long fingerprint(AnsweredCall call, List<NamedId> ids, Optional<String> filterWithoutBounds) {
        var parameters = call.parameters();
        fingerprints.begin().add(call.accessToken().orElse(""));
        boolean idsAreReadable = ids.stream().noneMatch(id -> id.value().equals(NamedId.UNREADABLE));
        for (var name : parameters.sortedNames()) {
            if (name.equals(FILTER) && filterWithoutBounds.isPresent()) {
                // A filter of nothing but bounds is like no filter.
                filterWithoutBounds
                        .filter(rest -> !rest.isEmpty())
                        .ifPresent(rest -> fingerprints.add(name).add(rest));
            } else if (!APART.contains(name) || isUnreadableId(name, idsAreReadable)) {
                fingerprints.add(name);
                parameters.all(name).forEach(fingerprints::add);
            }
        }
        return fingerprints.end();
    }

    /** Calls that name different texts in place of an id are different calls. */
    private static boolean isUnreadableId(String name, boolean idsAreReadable) {
        return !idsAreReadable && (name.equals(NamedIds.UUID) || name.equals(NamedIds.ID));
    }

    private static Optional<Bound> bound(FilterBounds.Found found, Instant now) {
        if (found.attribute().equals(Bound.ID)) {
            return Optional.of(found)
                    .filter(each -> WHOLE.matcher(each.value()).matches())
                    .map(each -> new Bound(
                            each.attribute(), each.comparison(), String.valueOf(Long.parseLong(each.value()))));
        }
        return Optional.of(found)
                .filter(each -> TIMES.contains(each.attribute()))
                .flatMap(each -> DateTimes.read(each.value(), now))
                .map(time -> new Bound(found.attribute(), found.comparison(), time.toString()));
    }
}
