package io.regcontract.environment.loading;

import static java.util.function.Predicate.not;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.OperationScope;
import io.regcontract.contract.text.SafeText;
import io.regcontract.contract.yaml.Problem;
import io.regcontract.contract.yaml.YamlDocument;
import io.regcontract.environment.EnvironmentKind;
import io.regcontract.environment.Marker;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What the keys of a profile owe to each other, to its kind and to the contract: what no schema can say. */
final class ProfileRules {

    private static final String MARKER = "/guard/marker";
    private static final String EMBEDDED = "embedded";

    private final String name;
    private final YamlDocument document;
    private final List<Problem> problems;

    ProfileRules(String name, YamlDocument document, List<Problem> problems) {
        this.name = name;
        this.document = document;
        this.problems = problems;
    }

    /** Adds what is wrong to the problems. */
    void check() {
        nameIsThatOfTheFile();
        acceptedIsKnown(
                "/accepted-errata", "erratum", id -> Contract.load().erratum(id).isPresent());
        acceptedIsKnown("/accepted-readings", "reading", id -> Contract.load()
                .reading(id)
                .isPresent());
        notDrivableIsKnown();
        operationsAreOfTheContract();
        new DeviationRules(document, problems).check(kind());
        new FixtureRules(document, problems).check(kind());
        markerIsOne();
        controlIsOfAnApplicationThere();
        if (isEmbedded(document)) {
            embeddedIsASimulatorOfItsOwn();
        }
        if (guarded()) {
            guardedSaysHow();
        }
        checkRateLimitBudget();
    }

    static boolean isEmbedded(YamlDocument document) {
        return document.text("/base-address").filter(EMBEDDED::equals).isPresent();
    }

    private void nameIsThatOfTheFile() {
        document.text("/name")
                .filter(written -> !written.equals(name))
                .ifPresent(written -> problems.add(document.problem(
                        "/name",
                        "the profile calls itself " + written + ", its file " + name,
                        "Write name: " + name + ", or rename the file.")));
    }

    private void acceptedIsKnown(String pointer, String what, Predicate<String> known) {
        for (int index = 0; index < document.json().at(pointer).size(); index++) {
            var place = pointer + "/" + index + "/id";
            document.text(place)
                    .filter(not(known))
                    .ifPresent(id -> problems.add(document.problem(
                            place,
                            "the contract has no " + what + " " + id,
                            "Take the id of one it has, or remove this entry.")));
        }
    }

    private void notDrivableIsKnown() {
        for (int index = 0;
                index < document.json().at(ProfileReader.NOT_DRIVABLE).size();
                index++) {
            var place = ProfileReader.NOT_DRIVABLE + "/" + index + "/code";
            var code = document.json().at(place).asInt(0);
            if (code >= 100 && Contract.load().find(code).isEmpty()) {
                problems.add(document.problem(
                        place, "the contract has no code " + code, "Take one it has, or remove this entry."));
            }
        }
    }

    /** Only a replacement implements a part, and it says which: what nobody listed would be out of scope unseen. */
    private void operationsAreOfTheContract() {
        var globs = document.json().at(ProfileReader.OPERATIONS);
        if (kind().equals(EnvironmentKind.REPLACEMENT.word())) {
            needs(
                    ProfileReader.OPERATIONS,
                    "List the paths of the operations that it implements, such as /entity or /oauth/*.");
        } else if (!globs.isMissingNode()) {
            problems.add(document.problem(
                    ProfileReader.OPERATIONS,
                    "only a replacement implements a part of the operations",
                    "Remove this key, or write kind: replacement."));
        }
        for (int index = 0; index < globs.size(); index++) {
            var glob = globs.get(index).asString("");
            if (Contract.load().operations().all().stream()
                    .noneMatch(operation -> OperationScope.means(glob, operation.path()))) {
                problems.add(document.problem(
                        ProfileReader.OPERATIONS + "/" + index,
                        "the contract has no operation " + SafeText.typed(glob),
                        "Take the path of one it has, or a pattern that means some."));
            }
        }
    }

    /** A marker is looked for in one place, and where a setting cannot be read there is none to be found. */
    private void markerIsOne() {
        if (!has(MARKER)) {
            return;
        }
        var places = Arrays.stream(Marker.Place.values())
                .map(place -> place.name().toLowerCase(Locale.ROOT))
                .filter(place -> has(MARKER + "/" + place))
                .toList();
        if (places.size() != 1) {
            problems.add(document.problem(
                    MARKER,
                    places.isEmpty()
                            ? "it does not say where the marker is found"
                            : "it names more than one place: " + String.join(", ", places),
                    "Name one of setting, header and path."));
        } else if (places.contains("setting")
                && kind().equals(EnvironmentKind.REPLACEMENT.word())
                && document.json()
                        .at(ProfileReader.OPERATIONS)
                        .valueStream()
                        .noneMatch(glob -> OperationScope.means(glob.asString(""), "/settings/get"))) {
            problems.add(document.problem(
                    MARKER + "/setting",
                    "a setting cannot be read there: /settings/get is none of its operations",
                    "Name a header of its answers under header, or a path whose answer is the marker under path."));
        }
    }

    /** The control plane of a simulator is on this machine and tells its application; that of a replacement is anywhere. */
    private void controlIsOfAnApplicationThere() {
        if (has("/control") && kind().equals(EnvironmentKind.REPLACEMENT.word())) {
            needs("/application", "Name the application by which its control plane knows it.");
        }
    }

    private boolean guarded() {
        return Arrays.stream(EnvironmentKind.values())
                .filter(kind -> kind != EnvironmentKind.SIMULATOR)
                .anyMatch(kind -> kind.word().equals(kind()));
    }

    private String kind() {
        return document.text("/kind").orElse("");
    }

    /** A guarded environment must state its hosts, marker, budgets and pace. */
    private void guardedSaysHow() {
        needs("/guard/hosts", "List the hosts that may be called.");
        needs(
                "/guard/marker",
                "Put a setting with a value of your choice into the application by hand, and name both here.");
        needs("/budgets/calls", "Say how many calls one run may make.");
        needs("/budgets/things", "Say how many things one run may make; 0 in production.");
        needs("/pace/calls-per-second", "Say how many calls a second may be made; everyone there shares one limit.");
    }

    /**
     * Exhausting the limit blocks every other caller: it is forbidden in production, and both keys must be given
     * together.
     */
    private void checkRateLimitBudget() {
        if (has(ProfileReader.CALLS_TO_THE_LIMIT) && kind().equals(EnvironmentKind.PRODUCTION.word())) {
            problems.add(document.problem(
                    ProfileReader.CALLS_TO_THE_LIMIT,
                    "in production the limit of calls is never reached on purpose: it would shut people out",
                    "Remove this key; 510 is not drivable there, as expected."));
        }
        if (has(ProfileReader.LIMIT_WINDOW) && !has(ProfileReader.CALLS_TO_THE_LIMIT)) {
            problems.add(document.problem(
                    ProfileReader.LIMIT_WINDOW,
                    "a window is of no use where no calls are allowed to the limit",
                    "Say under budgets.calls-to-the-limit how many there may be, or remove this key."));
        }
    }

    private boolean has(String pointer) {
        return !document.json().at(pointer).isMissingNode();
    }

    private void needs(String pointer, String remedy) {
        if (!has(pointer)) {
            problems.add(document.problem(
                    pointer,
                    "this key is missing, and a " + kind()
                            + (pointer.equals("/application") ? " with a control plane" : "") + " needs it",
                    remedy));
        }
    }

    private void embeddedIsASimulatorOfItsOwn() {
        if (document.text("/kind").filter(kind -> !kind.equals("simulator")).isPresent()) {
            problems.add(document.problem(
                    "/kind", "the embedded service is a simulator", "Write kind: simulator, or an address."));
        }
        if (document.text("/credentials")
                .filter(ProfileReader.GENERATED::equals)
                .isEmpty()) {
            problems.add(document.problem(
                    "/credentials",
                    "the embedded simulator knows only clients it made itself",
                    "Write credentials: generated, or an address under base-address."));
        }
        if (document.json().has("control")) {
            problems.add(document.problem(
                    "/control", "the embedded simulator brings its own control plane", "Remove this key."));
        }
    }
}
