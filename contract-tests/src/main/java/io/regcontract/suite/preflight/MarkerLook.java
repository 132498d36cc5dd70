package io.regcontract.suite.preflight;

import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.Operation;
import io.regcontract.environment.Marker;
import io.regcontract.environment.Profile;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.pace.GatewayAccess;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.state.Application;
import io.regcontract.suite.transport.ServiceClient;
import io.regcontract.suite.transport.TimedAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the marker with one call that changes nothing: reads a setting, sends a call without credentials and arguments, or
 * gets a path.
 */
public final class MarkerLook {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int LONGEST = 1_000;

    private final Profile profile;
    private final ServiceClient http;
    private final Redactor redactor;
    private final Clock clock;

    /** @param http sends the calls of the API */
    public MarkerLook(Profile profile, ServiceClient http, Redactor redactor, Clock clock) {
        this.profile = profile;
        this.http = http;
        this.redactor = redactor;
        this.clock = clock;
    }

    /** The answer in which the marker is looked for. Without a marker, that to the least intrusive call there is. */
    public TimedAnswer look() {
        var place = profile.safeguards().marker().map(Marker::place).orElse(Marker.Place.SETTING);
        return switch (place) {
            case SETTING ->
                send(Call.to("/settings/get", Application.of(profile).owner())
                        .with(
                                "key",
                                profile.safeguards().marker().map(Marker::name).orElse("default_flow_name")));
            case HEADER -> send(withoutCredentials(profile));
            case PATH -> path(profile.safeguards().marker().orElseThrow().name());
        };
    }

    /** What stands in an answer where the marker is looked for; empty when nothing does. */
    public Optional<String> in(Answer answer) {
        return profile.safeguards().marker().flatMap(marker -> switch (marker.place()) {
            case SETTING -> answer.text("result").filter(value -> !value.isEmpty());
            case HEADER -> answer.header(marker.name()).map(String::strip);
            case PATH ->
                Optional.of(answer.body().strip())
                        .filter(text -> answer.status() == 200 && !text.isEmpty() && text.length() <= LONGEST);
        });
    }

    /** A call of an operation in scope that is refused: it says who nobody is, and nothing else. */
    static Call withoutCredentials(Profile profile) {
        var operations = Contract.load().operations().all().stream()
                .map(Operation::path)
                .filter(profile.operations()::holds)
                .toList();
        return Call.to(
                operations.contains("/clients/list") ? "/clients/list" : operations.get(0), new Credential.None());
    }

    private TimedAnswer path(String path) {
        var sent = clock.instant();
        var address = http.baseAddress();
        var answer = GatewayAccess.plainClient(profile, address, redactor, clock, TIMEOUT)
                .send("GET", address + path, List.of(), "", exchange -> {});
        return new TimedAnswer(answer, sent, clock.instant());
    }

    private TimedAnswer send(Call call) {
        return http.send(call, Exchange.Role.SET_UP, exchange -> {});
    }
}
