package io.regcontract.traffic.redaction;

import io.regcontract.check.Finding;
import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.evidence.ExchangeFactory;
import io.regcontract.suite.evidence.SentRequest;
import io.regcontract.traffic.TrafficExchange;
import io.regcontract.traffic.request.ApiCall;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes of an exchange, and of what was found of it, what may be kept. Not thread-safe. */
public final class SampleMaker {

    private static final int KEPT = 16 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    /** Headers whose values say nothing of who called; of the others only the names are kept. */
    private static final Set<String> PLAIN_HEADERS = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "cache-control",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "date",
            "host",
            "pragma",
            "retry-after",
            "server",
            "transfer-encoding",
            "vary",
            "x-application-id");

    private final LearnedSecrets secrets;
    private final ExchangeFactory exchanges;
    private final boolean bodies;
    private final Instant withoutTime;

    /**
     * @param secrets of all traffic
     * @param bodies whether data of people is kept
     * @param withoutTime what stands for the time of an exchange that has none
     */
    public SampleMaker(LearnedSecrets secrets, boolean bodies, Instant withoutTime) {
        this.secrets = secrets;
        this.exchanges = new ExchangeFactory(secrets.redactor());
        this.bodies = bodies;
        this.withoutTime = withoutTime;
    }

    /** What is kept of an exchange. */
    public Exchange sample(TrafficExchange exchange, ApiCall call, Answer answer) {
        teach(exchange, call, answer);
        var personal = PersonalData.of(call, answer);
        return exchanges.exchange(
                Exchange.Role.DRIVE,
                request(exchange, call, personal),
                exchange.at().orElse(withoutTime),
                exchange.millis().orElse(0),
                Optional.of(Answer.of(
                        answer.status(),
                        headers(answer.headers()),
                        answerBody(answer, personal).getBytes(StandardCharsets.UTF_8))));
    }

    /** What was found of an answer, without what must not be kept; still unabridged. */
    public Finding finding(Finding finding, TrafficExchange exchange, ApiCall call, Answer answer) {
        teach(exchange, call, answer);
        var personal = PersonalData.of(call, answer);
        return finding.reworded(text ->
                ServiceText.start(secrets.redact(bodies ? text : personal.masked(withoutBody(text, answer))), KEPT));
    }

    /** What was kept, once more, now that all secrets of the traffic are known. */
    public Exchange again(Exchange kept) {
        return new Exchange(
                kept.role(),
                kept.at(),
                kept.millis(),
                kept.method(),
                secrets.redact(kept.url()),
                redacted(kept.headers()),
                secrets.redact(kept.body()),
                kept.response()
                        .map(response -> new Exchange.Response(
                                response.status(),
                                redacted(response.headers()),
                                secrets.redact(response.body()),
                                response.truncated(),
                                response.size())),
                secrets.redact(kept.curl()));
    }

    /** What was found, once more, and now abridged for a person. */
    public Finding again(Finding finding) {
        return finding.reworded(secrets::redact).shown();
    }

    private void teach(TrafficExchange exchange, ApiCall call, Answer answer) {
        var redactor = secrets.redactor();
        redactor.learn(call.credentials().credential());
        redactor.learn(exchange.headers());
        redactor.learn(call.parameters().values());
        redactor.learn(answer);
        redactor.learnText(exchange.url());
        redactor.learnText(exchange.body().text());
    }

    private SentRequest request(TrafficExchange exchange, ApiCall call, PersonalData personal) {
        if (bodies) {
            return new SentRequest(
                    exchange.method(),
                    exchange.url(),
                    headers(exchange.headers()),
                    Map.of(),
                    ServiceText.start(exchange.body().text(), KEPT));
        }
        var kept = new LinkedHashMap<String, String>();
        call.parameters()
                .values()
                .forEach((name, value) -> kept.put(
                        personal.masked(name),
                        PersonalData.isImpersonal(call.operation(), name) ? value : PersonalData.LEFT_OUT));
        var form = SentRequest.form(address(exchange, call), headers(exchange.headers()), kept);
        return new SentRequest(exchange.method(), form.url(), form.headers(), form.form(), form.body());
    }

    /** Without its query, whose parameters are among the others. */
    private static String address(TrafficExchange exchange, ApiCall call) {
        return (exchange.url().toLowerCase(Locale.ROOT).startsWith("https:") ? "https://" : "http://")
                + call.address().authority()
                + call.address().path();
    }

    private String answerBody(Answer answer, PersonalData personal) {
        if (bodies) {
            return answer.body();
        }
        if (!(answer.json() instanceof Body.Json json)) {
            return "(" + answer.body().length() + " characters that are no JSON, left out)";
        }
        if (!(json.root() instanceof ObjectNode object)) {
            return "(JSON that is no object, left out)";
        }
        return JSON.writeValueAsString(impersonal(object, personal));
    }

    private static ObjectNode impersonal(ObjectNode object, PersonalData personal) {
        var kept = JSON.createObjectNode();
        object.properties()
                .forEach(member -> kept.set(
                        personal.masked(member.getKey()),
                        PersonalData.isImpersonalMember(member.getKey())
                                ? scalar(member.getValue(), personal)
                                : withoutData(member.getValue(), personal)));
        return kept;
    }

    /** Errors among results stay in their places. */
    private static JsonNode withoutData(JsonNode value, PersonalData personal) {
        if (!value.isArray() || value.valueStream().noneMatch(PersonalData::isError)) {
            return leftOut();
        }
        var kept = JSON.createArrayNode();
        value.forEach(each -> kept.add(
                PersonalData.isError(each) && each instanceof ObjectNode error
                        ? impersonal(error, personal)
                        : leftOut()));
        return kept;
    }

    private static JsonNode leftOut() {
        return JSON.getNodeFactory().stringNode(PersonalData.LEFT_OUT);
    }

    private static JsonNode scalar(JsonNode value, PersonalData personal) {
        if (value.isContainer()) {
            return leftOut();
        }
        return value.isString() ? JSON.getNodeFactory().stringNode(personal.masked(value.stringValue())) : value;
    }

    private static String withoutBody(String text, Answer answer) {
        var body = answer.body();
        return body.length() > 2 && text.contains(body)
                ? text.replace(body, "(" + body.length() + " characters, left out)")
                : text;
    }

    private static List<Answer.Header> headers(List<Answer.Header> headers) {
        return headers.stream()
                .filter(header -> !header.name().startsWith(":"))
                .map(header -> PLAIN_HEADERS.contains(header.name().toLowerCase(Locale.ROOT))
                        ? new Answer.Header(header.name(), authorization(header))
                        : new Answer.Header(header.name(), PersonalData.LEFT_OUT))
                .toList();
    }

    /** Of a credential that is none of the API only the scheme is kept: nobody knows what is secret in it. */
    private static String authorization(Answer.Header header) {
        if (!header.name().equalsIgnoreCase("Authorization")) {
            return header.value();
        }
        int blank = header.value().strip().indexOf(' ');
        return blank < 0
                ? PersonalData.LEFT_OUT
                : header.value().strip().substring(0, blank) + " " + PersonalData.LEFT_OUT;
    }

    private List<Answer.Header> redacted(List<Answer.Header> headers) {
        UnaryOperator<String> redact = secrets::redact;
        return headers.stream()
                .map(header -> new Answer.Header(redact.apply(header.name()), redact.apply(header.value())))
                .toList();
    }
}
