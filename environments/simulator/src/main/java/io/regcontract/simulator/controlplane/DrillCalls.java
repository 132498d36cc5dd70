package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.ApplicationChange;
import io.regcontract.simulator.application.Applications;
import io.regcontract.simulator.drill.ArmedDrill;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.DrillOrder;
import io.regcontract.simulator.drill.Drills;
import io.regcontract.simulator.drill.catalogue.DrillCatalogue;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.wire.WireRequest;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls of the control plane about the drills of one application: which there are, arming and undoing them. */
final class DrillCalls {

    private static final int MOST_CALLS = 1_000_000;
    private static final int MOST_DRILLS = 1_000;

    private final Applications applications;
    private final DrillCatalogue catalogue;
    private final Drills drills;
    private final DrillAims aims;

    DrillCalls(Applications applications, DrillCatalogue catalogue, Drills drills, ApplicationChange changes) {
        this.applications = applications;
        this.catalogue = catalogue;
        this.drills = drills;
        this.aims = new DrillAims(catalogue, changes);
    }

    /**
     * Answers a call.
     *
     * @param name of the application
     * @param steps of the path after {@code drills}
     * @throws ControlPlaneException 404 when there is no such application, call or drill, 400 for what cannot be armed
     */
    JsonNode answer(WireRequest request, String name, List<String> steps) {
        var application = applications
                .find(name)
                .orElseThrow(() -> new ControlPlaneException(404, "There is no application " + name + "."));
        return switch (request.method() + " " + steps.size()) {
            case "GET 0" -> list(application);
            case "POST 0" ->
                arm(
                        application,
                        ControlRequest.of(
                                request,
                                "drill",
                                "code",
                                "group",
                                "operation",
                                "operations",
                                "client",
                                "person",
                                "from",
                                "times"));
            case "DELETE 0" -> {
                drills.of(application).forEach(drills::end);
                yield Json.object();
            }
            case "GET 1" -> written(armed(application, steps.get(0)));
            case "DELETE 1" -> {
                var ending = armed(application, steps.get(0));
                drills.end(ending);
                yield written(ending);
            }
            default -> throw ControlPlaneException.unknownCall();
        };
    }

    /** Undoes the drills of applications that a call is about to remove. */
    void beforeChange(String method, List<String> steps) {
        if (method.equals("POST") && steps.equals(List.of("reset"))) {
            drills.endAll();
        } else if (method.equals("DELETE") && steps.size() == 2 && steps.get(0).equals("applications")) {
            applications
                    .find(steps.get(1))
                    .filter(going -> going != applications.defaultApplication())
                    .ifPresent(going -> drills.of(going).forEach(drills::end));
        }
    }

    private JsonNode list(Application application) {
        var answer = Json.object();
        var offered = answer.putArray("offered");
        catalogue.all().forEach(drill -> offered.add(written(drill.description())));
        var armed = answer.putArray("armed");
        drills.of(application).forEach(drill -> armed.add(written(drill)));
        return answer;
    }

    private JsonNode arm(Application application, ControlRequest request) {
        var drill = request.has("drill") ? named(request.text("drill")) : leadingTo(request);
        refuseOtherCode(request, drill.description());
        var aim = aims.read(request, application, drill);
        var order = new DrillOrder(
                aim,
                request.has("from") ? (int) request.whole("from", 1, MOST_CALLS) : 1,
                request.has("times")
                        ? OptionalInt.of((int) request.whole("times", 1, MOST_CALLS))
                        : OptionalInt.empty());
        if (drills.of(application).size() >= MOST_DRILLS) {
            throw new ControlPlaneException(
                    409,
                    MOST_DRILLS + " drills are armed in this application; undo some, or all with DELETE .../drills.");
        }
        return written(drills.arm(application, drill, order));
    }

    /** A code beside a name is no second drill: who names both means one. */
    private static void refuseOtherCode(ControlRequest request, DrillDescription drill) {
        if (!request.has("code")) {
            return;
        }
        int code = (int) request.whole("code", 100, 999);
        if (!drill.code().equals(OptionalInt.of(code))) {
            throw new ControlPlaneException(
                    400,
                    "The drill " + drill.name() + " leads to "
                            + (drill.code().isPresent() ? drill.code().getAsInt() : "no documented code") + ", not to "
                            + code + ": leave out \"code\" or \"drill\".");
        }
    }

    private Drill named(String name) {
        return catalogue
                .named(name)
                .orElseThrow(() -> new ControlPlaneException(
                        400, "There is no drill \"" + name + "\"; GET .../drills lists them all."));
    }

    private Drill leadingTo(ControlRequest request) {
        int code = (int) request.whole("code", 100, 999);
        return catalogue.leadingTo(code).stream()
                .findFirst()
                .orElseThrow(() -> new ControlPlaneException(
                        400, "No drill leads to " + code + "; GET .../drills lists them all."));
    }

    private ArmedDrill armed(Application application, String id) {
        return drills.find(application, id)
                .orElseThrow(() -> new ControlPlaneException(404, "No drill is armed under the id " + id + "."));
    }

    private static ObjectNode written(DrillDescription drill) {
        var written = Json.object()
                .put("name", drill.name())
                .put("does", drill.sentence())
                .put("ends", drill.end());
        drill.code().ifPresent(code -> written.put("code", code));
        written.set(
                "operations", Json.array(drill.operations().stream().sorted().toList()));
        written.set(
                "aims", Json.array(drill.aims().stream().map(DrillAims::lower).toList()));
        return written;
    }

    private static ObjectNode written(ArmedDrill drill) {
        var written = Json.object()
                .put("id", drill.id())
                .put("drill", drill.description().name())
                .put("state", drill.state().name().toLowerCase(Locale.ROOT))
                .put("matched", drill.matched())
                .put("passedOver", drill.passedOver())
                .put("from", drill.order().from());
        drill.description().code().ifPresent(code -> written.put("code", code));
        drill.order().times().ifPresent(times -> written.put("times", times));
        var aim = drill.order().aim();
        aim.group().ifPresent(group -> written.put("group", group.publicName()));
        if (aim.operations().size() == 1) {
            written.put("operation", aim.operations().iterator().next());
        } else if (!aim.operations().isEmpty()) {
            written.set("operations", Json.array(aim.operations()));
        }
        aim.clientId().ifPresent(id -> written.put("client", id));
        aim.person().ifPresent(person -> written.put("person", person));
        return written;
    }
}
