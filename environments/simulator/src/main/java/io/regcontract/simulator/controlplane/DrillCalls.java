package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.Applications;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.drill.ArmedDrill;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.DrillOrder;
import io.regcontract.simulator.drill.Drills;
import io.regcontract.simulator.drill.catalogue.DrillCatalogue;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.wire.WireRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls of the control plane about the drills of one application: which there are, arming and undoing them. */
final class DrillCalls {

    private static final int MOST_CALLS = 1_000_000;

    private final Applications applications;
    private final DrillCatalogue catalogue;
    private final Drills drills;

    DrillCalls(Applications applications, DrillCatalogue catalogue, Drills drills) {
        this.applications = applications;
        this.catalogue = catalogue;
        this.drills = drills;
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
            case "POST 0" -> arm(application, ControlRequest.of(request));
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
            applications.find(steps.get(1)).ifPresent(going -> drills.of(going).forEach(drills::end));
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
        var aim = new DrillAim(
                optional(request, "group").map(DrillCalls::group),
                operations(request),
                optional(request, "client"),
                optional(request, "person"));
        refuseWhatItCannotBeAimedAt(drill.description(), aim);
        var order = new DrillOrder(
                aim,
                request.has("from") ? (int) request.whole("from", 1, MOST_CALLS) : 1,
                request.has("times")
                        ? OptionalInt.of((int) request.whole("times", 1, MOST_CALLS))
                        : OptionalInt.empty());
        return written(drills.arm(application, drill, order));
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

    private static void refuseWhatItCannotBeAimedAt(DrillDescription drill, DrillAim aim) {
        var aimed = EnumSet.noneOf(DrillAim.Kind.class);
        aim.group().ifPresent(unused -> aimed.add(DrillAim.Kind.GROUP));
        if (!aim.operations().isEmpty()) {
            aimed.add(DrillAim.Kind.OPERATION);
        }
        aim.clientId().ifPresent(unused -> aimed.add(DrillAim.Kind.CLIENT));
        aim.person().ifPresent(unused -> aimed.add(DrillAim.Kind.PERSON));
        aimed.removeAll(drill.aims());
        if (!aimed.isEmpty()) {
            throw new ControlPlaneException(
                    400,
                    "The drill " + drill.name() + " cannot be aimed at a "
                            + lower(aimed.iterator().next())
                            + ", since what it changes is shared; leave that out or aim at: "
                            + drill.aims().stream().map(DrillCalls::lower).toList() + ".");
        }
        aim.operations().stream()
                .filter(path -> !drill.operations().contains(path))
                .findFirst()
                .ifPresent(path -> {
                    throw new ControlPlaneException(400, "The drill " + drill.name() + " cannot show at " + path + ".");
                });
    }

    /** One in {@code operation}, or several in {@code operations}. */
    private static Set<String> operations(ControlRequest request) {
        var paths = new TreeSet<>(request.texts("operations"));
        optional(request, "operation").ifPresent(paths::add);
        return paths;
    }

    private static FeatureGroup group(String name) {
        return FeatureGroup.named(name)
                .orElseThrow(() -> new ControlPlaneException(
                        400,
                        "\"group\" can be one of "
                                + Arrays.stream(FeatureGroup.values())
                                        .map(FeatureGroup::publicName)
                                        .toList() + "."));
    }

    private static Optional<String> optional(ControlRequest request, String key) {
        return request.has(key) ? Optional.of(request.text(key)) : Optional.empty();
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
                "aims", Json.array(drill.aims().stream().map(DrillCalls::lower).toList()));
        return written;
    }

    private static ObjectNode written(ArmedDrill drill) {
        var written = Json.object()
                .put("id", drill.id())
                .put("drill", drill.description().name())
                .put("state", drill.state().name().toLowerCase(Locale.ROOT))
                .put("matched", drill.matched())
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

    private static String lower(DrillAim.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
