package io.regcontract.environment.loading;

import static java.util.function.Predicate.not;

import io.regcontract.contract.Contract;
import io.regcontract.contract.yaml.Problem;
import io.regcontract.contract.yaml.YamlDocument;
import io.regcontract.environment.AcceptedDeviation;
import io.regcontract.environment.Budgets;
import io.regcontract.environment.ControlPlaneAccess;
import io.regcontract.environment.Credentials;
import io.regcontract.environment.Dialect;
import io.regcontract.environment.EnvironmentKind;
import io.regcontract.environment.Fixtures;
import io.regcontract.environment.Marker;
import io.regcontract.environment.NotDrivableCode;
import io.regcontract.environment.Pace;
import io.regcontract.environment.Profile;
import io.regcontract.environment.RateLimitBudget;
import io.regcontract.environment.ResourceNaming;
import io.regcontract.environment.Safeguards;
import io.regcontract.environment.SignInFlow;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Reads one profile: structure, references and what may be called. Collects everything wrong before it refuses. */
final class ProfileReader {

    private static final String EMBEDDED = "embedded";
    private static final String GENERATED = "generated";
    private static final String DEFAULT_SUFFIX = "janraincapture.com";
    private static final String NOT_DRIVABLE = "/not-drivable";
    private static final String CALLS_TO_THE_LIMIT = "/budgets/calls-to-the-limit";
    private static final String LIMIT_WINDOW = "/budgets/limit-window-seconds";
    private static final int USUAL_LIMIT_WINDOW = 60;
    private static final String CONTROL_PATH = "/control/v1";

    private final String name;
    private final Path directory;
    private final YamlDocument document;
    private final List<Problem> problems = new ArrayList<>();
    private final ReferenceResolver references;
    private final AddressParser addresses;

    ProfileReader(
            String name,
            Path directory,
            YamlDocument document,
            Map<String, String> processEnvironment,
            boolean withoutSecrets) {
        this.name = name;
        this.directory = directory;
        this.document = document;
        this.references = new ReferenceResolver(document, directory, processEnvironment, withoutSecrets, problems);
        this.addresses = new AddressParser(document, problems);
    }

    /** @throws ProfileException with all problems, in the order of the file */
    Profile read() {
        problems.addAll(document.problems("profile"));
        nameIsThatOfTheFile();
        acceptedIsKnown(
                "/accepted-errata", "erratum", id -> Contract.load().erratum(id).isPresent());
        acceptedIsKnown("/accepted-readings", "reading", id -> Contract.load()
                .reading(id)
                .isPresent());
        notDrivableIsKnown();
        var embedded = document.text("/base-address").filter(EMBEDDED::equals).isPresent();
        if (embedded) {
            embeddedIsASimulatorOfItsOwn();
        }
        var baseAddress = embedded ? Optional.<URI>empty() : baseAddress();
        var credentials = embedded ? Optional.<Credentials>empty() : credentials();
        var control = embedded ? Optional.<ControlPlaneAccess>empty() : control();
        if (guarded()) {
            guardedSaysHow();
        }
        checkRateLimitBudget();
        var safeguards = new Safeguards(hosts(), marker(), budgets());
        var certificates = references.path("/certificates", "the certificates to trust, in PEM form,");
        var fixtures = fixtures();
        if (!problems.isEmpty()) {
            problems.sort(Problem.IN_ORDER_OF_THE_FILE);
            throw new ProfileException(problems);
        }
        return new Profile(
                name,
                EnvironmentKind.valueOf(word("/kind")),
                baseAddress,
                Dialect.valueOf(word("/dialect")),
                document.text("/application"),
                document.text("/registration-suffix").orElse(DEFAULT_SUFFIX),
                credentials,
                control,
                pace(),
                safeguards,
                certificates,
                new ResourceNaming(
                        textOr("/names/prefix", ResourceNaming.DEFAULT.prefix()),
                        textOr("/names/mail-domain", ResourceNaming.DEFAULT.mailDomain())),
                new SignInFlow(
                        textOr("/sign-in/flow", SignInFlow.DEFAULT.flow()),
                        document.text("/sign-in/flow-version"),
                        textOr("/sign-in/locale", SignInFlow.DEFAULT.locale())),
                fixtures,
                document.text("/ledger").map(directory::resolve),
                notDrivable(),
                accepted("/accepted-errata"),
                accepted("/accepted-readings"));
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
        for (int index = 0; index < document.json().at(NOT_DRIVABLE).size(); index++) {
            var place = NOT_DRIVABLE + "/" + index + "/code";
            var code = document.json().at(place).asInt(0);
            if (code >= 100 && Contract.load().find(code).isEmpty()) {
                problems.add(document.problem(
                        place, "the contract has no code " + code, "Take one it has, or remove this entry."));
            }
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
        if (has(CALLS_TO_THE_LIMIT) && kind().equals(EnvironmentKind.PRODUCTION.word())) {
            problems.add(document.problem(
                    CALLS_TO_THE_LIMIT,
                    "in production the limit of calls is never reached on purpose: it would shut people out",
                    "Remove this key; 510 is not drivable there, as expected."));
        }
        if (has(LIMIT_WINDOW) && !has(CALLS_TO_THE_LIMIT)) {
            problems.add(document.problem(
                    LIMIT_WINDOW,
                    "a window is of no use where no calls are allowed to the limit",
                    "Say under budgets.calls-to-the-limit how many there may be, or remove this key."));
        }
    }

    private boolean has(String pointer) {
        return !document.json().at(pointer).isMissingNode();
    }

    private void needs(String pointer, String remedy) {
        if (!has(pointer)) {
            problems.add(document.problem(pointer, "this key is missing, and a " + kind() + " needs it", remedy));
        }
    }

    private List<String> hosts() {
        return document.json()
                .at("/guard/hosts")
                .valueStream()
                .map(host -> host.asString("").toLowerCase(Locale.ROOT))
                .toList();
    }

    private Optional<Marker> marker() {
        if (document.json().at("/guard/marker").isMissingNode()) {
            return Optional.empty();
        }
        var value = references.secret("/guard/marker/value", "the value of the marker");
        return document.text("/guard/marker/setting")
                .flatMap(setting -> value.map(secret -> new Marker(setting, secret)));
    }

    private Budgets budgets() {
        var budgets = document.json().path("budgets");
        return new Budgets(
                bound(budgets.path("calls")),
                bound(budgets.path("things")),
                Duration.ofSeconds(budgets.path("waiting-seconds").asLong(0)),
                toTheLimit());
    }

    private Optional<RateLimitBudget> toTheLimit() {
        var calls = document.json().at(CALLS_TO_THE_LIMIT);
        var window = document.json().at(LIMIT_WINDOW).asInt(USUAL_LIMIT_WINDOW);
        return calls.isIntegralNumber()
                ? Optional.of(new RateLimitBudget(calls.asInt(0), Duration.ofSeconds(window)))
                : Optional.empty();
    }

    private static OptionalLong bound(JsonNode number) {
        return number.isIntegralNumber() ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }

    private Fixtures fixtures() {
        return new Fixtures(
                document.text("/fixtures/social-account"),
                references.secret("/fixtures/expired-access-token", "an access token that has expired"),
                document.text("/fixtures/broken-flow"),
                document.text("/fixtures/triggering-flow"),
                document.text("/fixtures/telling-flow"));
    }

    private List<NotDrivableCode> notDrivable() {
        return document.json()
                .at(NOT_DRIVABLE)
                .valueStream()
                .map(entry -> new NotDrivableCode(
                        entry.required("code").intValue(),
                        entry.required("reason").stringValue()))
                .toList();
    }

    private String textOr(String pointer, String otherwise) {
        return document.text(pointer).orElse(otherwise);
    }

    private void embeddedIsASimulatorOfItsOwn() {
        if (document.text("/kind").filter(kind -> !kind.equals("simulator")).isPresent()) {
            problems.add(document.problem(
                    "/kind", "the embedded service is a simulator", "Write kind: simulator, or an address."));
        }
        if (document.text("/credentials").filter(GENERATED::equals).isEmpty()) {
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

    private Optional<URI> baseAddress() {
        return references
                .value("/base-address", "the address of the service, such as http://127.0.0.1:8080")
                .flatMap(text ->
                        addresses.callable("/base-address", text, kind().equals(EnvironmentKind.SIMULATOR.word())));
    }

    private Optional<Credentials> credentials() {
        if (document.text("/credentials").filter(GENERATED::equals).isPresent()) {
            problems.add(document.problem(
                    "/credentials",
                    "only the embedded simulator has generated credentials",
                    "Name the clients of this service under owner and login."));
            return Optional.empty();
        }
        var ownerId = references.identity("/credentials/owner/client-id", "the id of the owner client");
        var ownerSecret = references.secret("/credentials/owner/client-secret", "the secret of the owner client");
        var loginId = references.identity("/credentials/login/client-id", "the id of the login client");
        return ownerId.flatMap(
                id -> ownerSecret.flatMap(secret -> loginId.map(login -> new Credentials(id, secret, login))));
    }

    private Optional<ControlPlaneAccess> control() {
        if (!document.json().has("control") || references.unset("/control/address")) {
            return Optional.empty();
        }
        var address = references
                .value("/control/address", "the address of the control plane")
                .flatMap(text -> addresses.callable("/control/address", text, true))
                .map(ProfileReader::withControlPath);
        var token = references.secret("/control/token", "the token of the control plane");
        return address.flatMap(uri -> token.map(secret -> new ControlPlaneAccess(uri, secret)));
    }

    private static URI withControlPath(URI address) {
        return address.getRawPath().isEmpty() ? URI.create(address + CONTROL_PATH) : address;
    }

    private Pace pace() {
        var pace = document.json().path("pace");
        var rate = pace.path("calls-per-second");
        return new Pace(
                rate.isNumber() ? OptionalDouble.of(rate.doubleValue()) : Pace.DEFAULT.callsPerSecond(),
                pace.path("in-flight").asInt(Pace.DEFAULT.inFlight()));
    }

    private List<AcceptedDeviation> accepted(String pointer) {
        var accepted = new ArrayList<AcceptedDeviation>();
        for (JsonNode entry : document.json().at(pointer)) {
            accepted.add(new AcceptedDeviation(
                    entry.required("id").stringValue(), entry.required("reason").stringValue()));
        }
        return accepted;
    }

    private String word(String pointer) {
        return document.text(pointer).orElseThrow().toUpperCase(Locale.ROOT);
    }
}
