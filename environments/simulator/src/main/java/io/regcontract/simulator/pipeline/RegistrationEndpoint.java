package io.regcontract.simulator.pipeline;

import io.regcontract.simulator.argument.ParameterReader;
import io.regcontract.simulator.argument.Parameters;
import io.regcontract.simulator.credential.ApiRequest;
import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.WireAnswer;
import io.regcontract.simulator.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The API on the wire: reads parameters from wherever clients put them, and writes what the pipeline answers. */
public final class RegistrationEndpoint implements Endpoint {

    private static final Set<String> METHODS = Set.of("GET", "POST");
    private static final String ALLOWED = "GET, POST, HEAD, OPTIONS";
    /** The operations that are recorded to take their parameters as JSON too. */
    private static final String FORM_OPERATIONS = "/oauth/";

    private static final String NO_OPERATION = "There is no such operation. Operations have paths such as /entity.find;"
            + " GET /control/v1/health says whether this simulator is alive.";
    /** How many names of unread parameters the log line of a call has. */
    private static final int MOST_NAMES = 10;

    private static final Pattern INVISIBLE = Pattern.compile("[^!-~]");

    private final Pipeline pipeline;
    private final Consumer<String> requestLog;

    /** @param requestLog takes one line per call, without anything secret */
    public RegistrationEndpoint(Pipeline pipeline, Consumer<String> requestLog) {
        this.pipeline = pipeline;
        this.requestLog = requestLog;
    }

    @Override
    public WireAnswer answer(WireRequest request) {
        if (request.method().equals("OPTIONS")) {
            return WireAnswer.plain(204, "").withHeader("Allow", ALLOWED);
        }
        if (request.method().equals("HEAD")) {
            // To look must not change anything, so nothing is performed; the headers are those of any answer.
            return WireAnswer.plain(pipeline.knows(request.path()) ? 200 : 404, "")
                    .withHeader("Content-Type", "application/json");
        }
        if (!METHODS.contains(request.method())) {
            return WireAnswer.plain(405, "Use GET or POST.").withHeader("Allow", ALLOWED);
        }
        Parameters parameters;
        try {
            parameters = parameters(request);
        } catch (ParameterReader.UnreadableException unreadable) {
            return WireAnswer.plain(400, String.valueOf(unreadable.getMessage()));
        }
        return answer(request, parameters);
    }

    private WireAnswer answer(WireRequest request, Parameters parameters) {
        long begin = System.nanoTime();
        var outcome = pipeline.handle(new ApiRequest(
                request.path(),
                request.header("Host").orElse("").strip(),
                request.header("Authorization"),
                request.header("Date"),
                request.header("X-Application-Id"),
                request.caller(),
                parameters,
                request.abandoned()));
        requestLog.accept(line(request, outcome, System.nanoTime() - begin));
        var rendered = outcome.rendered();
        var answer = rendered.body()
                .map(body -> WireAnswer.json(rendered.status(), body))
                .orElseGet(() -> WireAnswer.plain(rendered.status(), NO_OPERATION));
        return outcome.fault().map(fault -> fault.befalling(answer)).orElse(answer);
    }

    private static Parameters parameters(WireRequest request) {
        var parameters = new Parameters();
        ParameterReader.form(request.query().getBytes(StandardCharsets.ISO_8859_1), parameters);
        var type = request.header("Content-Type")
                .map(text -> text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
        if (request.body().length == 0) {
            return parameters;
        }
        if (type.isEmpty() || type.equals("application/x-www-form-urlencoded")) {
            ParameterReader.form(request.body(), parameters);
        } else if (type.equals("application/json") && request.path().startsWith(FORM_OPERATIONS)) {
            ParameterReader.json(request.body(), parameters);
        }
        return parameters;
    }

    private static String line(WireRequest request, Outcome outcome, long nanos) {
        var result = outcome.failure()
                .map(entry -> entry.code() + " " + entry.error() + " " + entry.requestToken())
                .or(() -> outcome.fault().map(fault -> "met " + fault.name()))
                .orElse(outcome.rendered().status() == 200 ? "ok" : "no such operation");
        long tenths = nanos / 100_000;
        return request.method() + ' ' + shown(request.path()) + ' '
                + outcome.application().orElse("-") + ' ' + result + ' ' + tenths / 10 + '.' + tenths % 10 + " ms"
                + outcome.told().map(told -> ", " + told).orElse("") + unread(outcome.unread());
    }

    /** A misspelt field would be swallowed in silence: its name is told, and never its value. */
    private static String unread(List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        var shown = names.stream()
                .limit(MOST_NAMES)
                .map(RegistrationEndpoint::shown)
                .collect(Collectors.joining(", "));
        return ", not looked at: " + shown + (names.size() > MOST_NAMES ? ", ..." : "");
    }

    private static String shown(String path) {
        var visible = path.chars().allMatch(sign -> sign >= '!' && sign <= '~')
                ? path
                : INVISIBLE.matcher(path).replaceAll("?");
        return visible.length() > 100 ? visible.substring(0, 100) + "..." : visible;
    }
}
