package io.regcontract.suite.twin;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.state.ExpiryWaiter;
import io.regcontract.suite.transport.CallBlockedException;
import io.regcontract.suite.transport.LenientCode;
import io.regcontract.suite.transport.ServiceClient;
import io.regcontract.suite.transport.TransportException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Makes the calls of an export. An answer is what its envelope says, whatever its HTTP status is. What may pass by
 * itself is waited for; anything else ends the export.
 */
final class TenantReader {

    /** Codes that say "not now": maintenance, a failure inside, a call that took too long, too many calls. */
    private static final Set<Integer> PASSING = Set.of(480, 500, 504, 510);
    /** Codes that say that the client may not. */
    private static final Set<Integer> FORBIDDEN = Set.of(402, 403, 414);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60));

    /** Where nobody has ever answered, more patience is lost time: the address may be wrong. */
    private static final int PAUSES_BEFORE_THE_FIRST_ANSWER = 3;

    private final ServiceClient http;
    private final Credential client;
    private final ExpiryWaiter.Sleeper sleeper;
    private final Consumer<String> progress;
    private long calls;
    private boolean wasAnswered;

    /** @param progress told of each wait, in a line */
    TenantReader(ServiceClient http, Credential client, ExpiryWaiter.Sleeper sleeper, Consumer<String> progress) {
        this.http = http;
        this.client = client;
        this.sleeper = sleeper;
        this.progress = progress;
    }

    /**
     * The body of a success.
     *
     * @param parameters names and values in turn
     * @throws ExportException for every error, and when no answer comes
     */
    JsonNode ask(String operation, String... parameters) {
        var call = Call.to(operation, client);
        for (int i = 0; i < parameters.length; i += 2) {
            call = call.with(parameters[i], parameters[i + 1]);
        }
        for (int attempt = 0; ; attempt++) {
            var last = attempt == PAUSES.size();
            String why;
            try {
                calls++;
                // Not as a call that sets something up: the client would make it again by itself, and wait in between.
                var answer = http.send(call, Exchange.Role.DRIVE, kept -> {}).answer();
                wasAnswered = true;
                if (answer.isSuccess()) {
                    return TwinJson.read(answer.body());
                }
                if (last || !isPassing(answer)) {
                    throw failure(operation, answer);
                }
                why = operation + " was answered with " + described(answer);
            } catch (TransportException lost) {
                why = operation + " was not answered: " + lost.getMessage();
                if (!wasAnswered && lost.getCause() instanceof IOException) {
                    why = "no answer from " + http.baseAddress() + " yet: " + lost.getMessage();
                    if (attempt == PAUSES_BEFORE_THE_FIRST_ANSWER) {
                        throw ExportException.interrupted("No answer came from " + http.baseAddress() + " to "
                                + (attempt + 1) + " calls of " + operation + ": " + lost.getMessage()
                                + ". Is base-address of the profile right, and does the service run?");
                    }
                }
                if (last) {
                    throw ExportException.interrupted(why);
                }
            } catch (CallBlockedException blocked) {
                throw ExportException.interrupted(String.valueOf(blocked.getMessage()));
            } catch (JacksonException unreadable) {
                throw ExportException.interrupted(operation + " was answered with JSON that cannot be read");
            }
            progress.accept(
                    why + "; the call is made again in " + PAUSES.get(attempt).toSeconds() + " s");
            pause(PAUSES.get(attempt));
        }
    }

    /** How many calls were made, those that were made again too. */
    long calls() {
        return calls;
    }

    private static boolean isPassing(Answer answer) {
        return PASSING.contains(LenientCode.of(answer)) || answer.status() == 429 || answer.status() >= 500;
    }

    private static ExportException failure(String operation, Answer answer) {
        var told = operation + " was answered with " + described(answer);
        if (FORBIDDEN.contains(LenientCode.of(answer))) {
            return ExportException.refused(told + ": the client of the profile may not make this call")
                    .asAnError();
        }
        var ended = ExportException.interrupted(told);
        return isPassing(answer) ? ended : ended.asAnError();
    }

    /** Code and name of an error, which are words of the contract; nothing else of an answer is shown. */
    private static String described(Answer answer) {
        var code = LenientCode.of(answer);
        if (code != 0) {
            var name = answer.text("error").filter(word -> word.matches("[a-z_]{1,60}"));
            return "error " + code + name.map(word -> " " + word).orElse("") + " (HTTP " + answer.status() + ")";
        }
        return answer.json() instanceof Body.Json
                ? "HTTP " + answer.status() + " and no success"
                : "HTTP " + answer.status() + " and no JSON";
    }

    private void pause(Duration time) {
        try {
            sleeper.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ExportException.interrupted("it was told to stop");
        }
    }
}
