package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.application.Quota;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.store.StorageHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The calls about what holds for a whole application: clock, maintenance, quota, storage, lag, and being there. */
final class SwitchCalls {

    /** Seconds. */
    private static final int LONGEST_SEARCH = 86_400;
    /** Seconds. */
    private static final int LONGEST_SPAN = 1_000_000_000;

    private static final Instant EARLIEST = Instant.EPOCH;
    /** Times are written with four digits of the year, also those that are some way ahead of the clock. */
    private static final Instant LATEST = Instant.parse("9900-01-01T00:00:00Z");

    private static final List<String> GROUPS =
            Arrays.stream(FeatureGroup.values()).map(FeatureGroup::publicName).toList();

    private SwitchCalls() {}

    static JsonNode answer(ApplicationCall call, String area) {
        return switch (area + " " + call.shape()) {
            case "clock GET 0", "maintenance GET 0", "quota GET 0", "storage GET 0" -> call.reading(SwitchCalls::state);
            case "clock POST 0" ->
                call.changing(application -> advance(application, call.body("advanceSeconds", "advanceMillis")));
            case "clock PUT 0" -> call.changing(application -> set(application, call.body("now")));
            case "maintenance PUT 0" -> call.changing(application -> maintain(application, call.body("groups")));
            case "maintenance POST 0" -> call.changing(application -> switched(application, call.body("off", "on")));
            case "quota PUT 0" -> call.changing(application -> limit(application, call.body("calls", "perSeconds")));
            case "quota DELETE 0" ->
                call.changing(application -> {
                    application.switches().limit(Optional.empty());
                    return Json.object();
                });
            case "storage PUT 0" ->
                call.changing(application ->
                        store(application, true, call.body("refuseWrites", "failReads", "searchSeconds")));
            case "storage POST 0" ->
                call.changing(application ->
                        store(application, false, call.body("refuseWrites", "failReads", "searchSeconds")));
            case "search-lag PUT 0" -> call.changing(application -> lag(application, call.body("seconds")));
            case "search-lag DELETE 0" ->
                call.changing(application -> {
                    application.switches().searchLag(Optional.empty());
                    return Json.object();
                });
            case "hidden PUT 0", "hidden DELETE 0" ->
                call.changing(application -> {
                    application.switches().hide(call.is("PUT", 0));
                    return Json.object();
                });
            default -> throw ControlPlaneException.unknownCall();
        };
    }

    /** The switches of an application as they are. */
    static JsonNode state(Application application) {
        var switches = application.switches();
        var state = Json.object()
                .put("name", application.name())
                .put("host", application.host())
                .put("now", application.now().toString())
                .put("hidden", switches.isHidden());
        state.set("maintenance", groups(application));
        switches.quota().limit().ifPresent(limit -> state.putObject("quota")
                .put("calls", limit.calls())
                .put("perSeconds", limit.perSeconds()));
        var storage = state.putObject("storage")
                .put("refuseWrites", switches.storage().refuseWrites())
                .put("failReads", switches.storage().failReads());
        switches.storage().search().ifPresent(span -> storage.put("searchSeconds", span.toSeconds()));
        switches.searchLag().ifPresent(lag -> state.put("searchLagSeconds", lag.toSeconds()));
        return state;
    }

    private static JsonNode groups(Application application) {
        return Json.array(application.switches().off().stream()
                .sorted()
                .map(FeatureGroup::publicName)
                .toList());
    }

    private static JsonNode advance(Application application, ControlRequest request) {
        var span = request.has("advanceMillis")
                ? Duration.ofMillis(request.whole("advanceMillis", -1_000L * LONGEST_SPAN, 1_000L * LONGEST_SPAN))
                : Duration.ofSeconds(request.whole("advanceSeconds", -LONGEST_SPAN, LONGEST_SPAN));
        return moved(application, span, "advanceSeconds");
    }

    private static JsonNode set(Application application, ControlRequest request) {
        var answer = moved(application, Duration.between(application.now(), request.time("now")), "now");
        application.switches().clockIsSet();
        return answer;
    }

    private static JsonNode moved(Application application, Duration span, String key) {
        var time = application.now().plus(span);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new ControlPlaneException(
                    400, "\"" + key + "\" would move the clock out of the years 1970 to 9899, to " + time + ".");
        }
        application.switches().advance(span);
        return Json.object().put("now", application.now().toString());
    }

    private static JsonNode maintain(Application application, ControlRequest request) {
        request.array("groups");
        var groups = EnumSet.noneOf(FeatureGroup.class);
        groups.addAll(request.named("groups", FeatureGroup::named, GROUPS));
        application.switches().switchOff(groups);
        return Json.object();
    }

    private static JsonNode switched(Application application, ControlRequest request) {
        var off = EnumSet.noneOf(FeatureGroup.class);
        off.addAll(request.named("off", FeatureGroup::named, GROUPS));
        var on = EnumSet.noneOf(FeatureGroup.class);
        on.addAll(request.named("on", FeatureGroup::named, GROUPS));
        application.switches().switchOver(off, on);
        return Json.object();
    }

    private static JsonNode limit(Application application, ControlRequest request) {
        int calls = (int) request.whole("calls", 0, 1_000_000);
        int perSeconds = (int) request.whole("perSeconds", 1, LONGEST_SPAN);
        application.switches().limit(Optional.of(new Quota.Limit(calls, perSeconds)));
        return Json.object();
    }

    /**
     * Goes on with a health in which what the request names is as it says.
     *
     * @param whole whether all else is sound; else it stays as it is
     */
    private static JsonNode store(Application application, boolean whole, ControlRequest request) {
        var before = whole ? StorageHealth.SOUND : application.switches().storage();
        var search = request.has("searchSeconds")
                ? Optional.of(Duration.ofSeconds(request.whole("searchSeconds", 0, LONGEST_SEARCH)))
                : before.search();
        boolean writes = request.has("refuseWrites");
        boolean reads = request.has("failReads");
        application
                .switches()
                .storage(
                        new StorageHealth(
                                writes ? request.flag("refuseWrites") : before.refuseWrites(),
                                reads ? request.flag("failReads") : before.failReads(),
                                search),
                        whole || writes,
                        whole || reads);
        return Json.object();
    }

    private static JsonNode lag(Application application, ControlRequest request) {
        application.switches().searchLag(Optional.of(Duration.ofSeconds(request.whole("seconds", 0, LONGEST_SPAN))));
        return Json.object();
    }
}
