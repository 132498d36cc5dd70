package io.regcontract.environment.loading;

import io.regcontract.contract.model.OperationScope;
import io.regcontract.contract.yaml.Problem;
import io.regcontract.contract.yaml.YamlDocument;
import io.regcontract.environment.AcceptedDeviation;
import io.regcontract.environment.Budgets;
import io.regcontract.environment.ControlPlaneAccess;
import io.regcontract.environment.Credentials;
import io.regcontract.environment.Dialect;
import io.regcontract.environment.EnvironmentKind;
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

/** Reads one profile: its values, its references and the addresses. Collects everything wrong before it refuses. */
final class ProfileReader {

    static final String GENERATED = "generated";
    private static final String DEFAULT_SUFFIX = "janraincapture.com";
    static final String OPERATIONS = "/operations";
    static final String NOT_DRIVABLE = "/not-drivable";
    static final String CALLS_TO_THE_LIMIT = "/budgets/calls-to-the-limit";
    static final String LIMIT_WINDOW = "/budgets/limit-window-seconds";
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
            Predicate<String> lookedFor) {
        this.name = name;
        this.directory = directory;
        this.document = document;
        this.references = new ReferenceResolver(document, directory, processEnvironment, lookedFor, problems);
        this.addresses = new AddressParser(document, problems);
    }

    /** @throws ProfileException with all problems, in the order of the file */
    Profile read() {
        problems.addAll(document.problems("profile"));
        new ProfileRules(name, document, problems).check();
        var embedded = ProfileRules.isEmbedded(document);
        var baseAddress = embedded ? Optional.<URI>empty() : baseAddress();
        var credentials = embedded ? Optional.<Credentials>empty() : credentials();
        var control = embedded ? Optional.<ControlPlaneAccess>empty() : control();
        var safeguards = new Safeguards(hosts(), marker(), budgets());
        var certificates = references.path("/certificates", "the certificates to trust, in PEM form,");
        var proxy = new ProxyAdditionsReader(document, references, problems).read();
        var gateway = new GatewayReader(document, references, problems).read();
        var fixtures = new FixturesReader(document, references).read();
        if (!problems.isEmpty()) {
            problems.sort(Problem.IN_ORDER_OF_THE_FILE);
            throw new ProfileException(problems);
        }
        return new Profile(
                name,
                EnvironmentKind.valueOf(word("/kind")),
                baseAddress,
                Dialect.valueOf(word("/dialect")),
                OperationScope.of(texts(OPERATIONS)),
                document.text("/application"),
                document.text("/registration-suffix").orElse(DEFAULT_SUFFIX),
                credentials,
                control,
                pace(),
                safeguards,
                certificates,
                gateway,
                proxy,
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

    private List<String> hosts() {
        return texts("/guard/hosts").stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList();
    }

    private List<String> texts(String pointer) {
        return document.json()
                .at(pointer)
                .valueStream()
                .map(text -> text.asString(""))
                .toList();
    }

    private Optional<Marker> marker() {
        if (document.json().at("/guard/marker").isMissingNode()) {
            return Optional.empty();
        }
        var value = references.secret("/guard/marker/value", "the value of the marker");
        return Arrays.stream(Marker.Place.values())
                .flatMap(place -> document
                        .text("/guard/marker/" + place.name().toLowerCase(Locale.ROOT))
                        .flatMap(name -> value.map(secret -> new Marker(place, name, secret)))
                        .stream())
                .findFirst();
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

    private Optional<URI> baseAddress() {
        return references
                .value("/base-address", "the address of the service, such as http://127.0.0.1:8080")
                .flatMap(text -> addresses.callable(
                        "/base-address",
                        text,
                        document.text("/kind").equals(Optional.of(EnvironmentKind.SIMULATOR.word()))));
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
                .flatMap(text -> addresses.callable("/control/address", text, !ofAReplacement()))
                .map(ProfileReader::withControlPath);
        var token = references.secret("/control/token", "the token of the control plane");
        return address.flatMap(uri -> token.map(secret -> new ControlPlaneAccess(uri, secret)));
    }

    private boolean ofAReplacement() {
        return document.text("/kind").equals(Optional.of(EnvironmentKind.REPLACEMENT.word()));
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
