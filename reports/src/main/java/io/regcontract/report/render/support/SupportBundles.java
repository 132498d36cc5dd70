package io.regcontract.report.render.support;

import io.regcontract.contract.text.ServiceText;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.record.Check;
import io.regcontract.report.record.Exchange;
import io.regcontract.report.record.Observation;
import io.regcontract.report.record.RecordHeader;
import io.regcontract.report.render.Links;
import io.regcontract.report.render.MarkdownText;
import io.regcontract.report.render.ReportModel;
import io.regcontract.report.render.TrafficText;
import io.regcontract.report.render.har.HarFile;
import io.regcontract.report.traffic.Traffic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What support needs for a requirement that fails, a directory for each: the ticket, request and response as they were
 * recorded, a script that does it again, all exchanges as HAR, and checksums.
 */
public final class SupportBundles {

    /** Name of the directory that has them. */
    public static final String DIRECTORY = "bundles";

    private static final int MOST = 200;
    private static final Pattern CLIENT = Pattern.compile("(?:^|[?&])client_id=([^&]+)");
    private static final Pattern CLIENT_OF_COMMAND = Pattern.compile("\\s-u ['\"]([^:'\"$]+):");
    private static final Pattern APPLICATION = Pattern.compile("(?:^|[?&])application_id=([^&]+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Z][A-Z0-9_]+)");

    private final ReportModel story;

    public SupportBundles(ReportModel story) {
        this.story = story;
    }

    /** Writes the bundles of the first two hundred requirements that fail. */
    public void write(Path out) throws IOException {
        var failing = story.decision().judgements().stream()
                .filter(judgement -> judgement.verdict().fails())
                .limit(MOST)
                .toList();
        for (var judgement : failing) {
            write(out.resolve(DIRECTORY).resolve(judgement.requirement()), judgement);
        }
    }

    private void write(Path directory, Judgement judgement) throws IOException {
        Files.createDirectories(directory);
        var observation = judgement.observation().orElseThrow();
        var exchanges = story.evidence().exchanges(observation);
        var drive = exchanges.stream()
                .filter(exchange -> exchange.role().equals("drive"))
                // Of traffic the first sample is the one that contradicts, of a run the last call is the one that is
                // judged.
                .reduce((first, second) -> observation.answers().isPresent() ? first : second);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("ticket.md", ticket(judgement, observation, drive));
        drive.ifPresent(exchange -> {
            files.put("request.http", request(exchange));
            files.put("response.http", response(exchange));
        });
        files.put(
                "curl.sh",
                script(observation.answers().isPresent() ? drive.stream().toList() : exchanges));
        story.run()
                .header()
                .ifPresent(
                        header -> files.put("exchanges.har", HarFile.of(header, judgement.requirement(), exchanges)));
        var sums = new StringBuilder();
        for (var file : files.entrySet()) {
            var bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
            Files.write(directory.resolve(file.getKey()), bytes);
            sums.append(sha256(bytes)).append("  ").append(file.getKey()).append('\n');
        }
        Files.write(directory.resolve("SHA256SUMS"), sums.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String ticket(Judgement judgement, Observation observation, Optional<Exchange> drive) {
        var error = story.decision().codes().stream()
                .map(code -> code.error())
                .filter(candidate -> candidate.code().code() == judgement.code())
                .findFirst()
                .orElseThrow();
        var lines = new ArrayList<String>();
        lines.add("# " + error.code().code() + " " + error.name() + ": "
                + plain(observation.requirement().condition()));
        lines.add("");
        lines.add("| | |");
        lines.add("|---|---|");
        row(lines, "Request token", observation.requestToken().orElse("none in the answer"));
        row(
                lines,
                "Time of the request, UTC",
                drive.map(Exchange::at).orElse(observation.startedAt().toString()));
        drive.ifPresent(exchange -> {
            row(lines, "Date of the server", exchange.responseHeader("Date").orElse("none"));
            row(lines, "Server clock against ours", skew(exchange));
            row(
                    lines,
                    "Operation",
                    exchange.request().method() + " "
                            + observation.requirement().operation());
            row(lines, "Application", application(exchange));
            row(lines, "Client", client(exchange));
            row(
                    lines,
                    "HTTP status",
                    exchange.response()
                            .map(answer -> String.valueOf(answer.status()))
                            .orElse("none"));
        });
        row(
                lines,
                "Environment",
                story.decision()
                        .environment()
                        .map(RecordHeader.Environment::policyName)
                        .orElse(""));
        row(lines, "Requirement", judgement.requirement());
        row(lines, "Verdict", judgement.verdict().word());
        observation
                .answers()
                .ifPresent(answers -> row(
                        lines,
                        "Recorded traffic",
                        TrafficText.contradicted(answers.contradicted(), answers.judged()) + " contradict; "
                                + story.run().traffic().map(Traffic::sentence).orElse("")));
        lines.add("");
        lines.add("## Expected");
        lines.add("");
        lines.add(plain(error.description()) + " Documented at " + Links.documentation(error) + ".");
        lines.add("");
        lines.add("| check | expected | actual |");
        lines.add("|---|---|---|");
        for (Check check : judgement.grounds()) {
            lines.add("| " + check.id() + " | " + plain(check.expected()) + " | "
                    + plain(check.actual().isEmpty() ? check.reason() : check.actual()) + " |");
        }
        lines.add("");
        lines.add(
                observation.answers().isPresent()
                        ? "request.http and response.http have one of these exchanges as it was recorded, secrets taken out. Nothing was sent when it was judged; curl.sh would send it, to the service that it was recorded of."
                        : "request.http and response.http have the exchange as it was recorded, secrets taken out; curl.sh does it again.");
        lines.add(
                "exchanges.har has all that was exchanged for this requirement, for the developer tools of a browser and other viewers.");
        return String.join("\n", lines) + "\n";
    }

    private static void row(List<String> lines, String name, String value) {
        lines.add("| " + name + " | " + plain(value) + " |");
    }

    /** How far the server's clock is from ours; its date has whole seconds only, the rest is cut off. */
    private static String skew(Exchange exchange) {
        try {
            var date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                    exchange.responseHeader("Date").orElse("")));
            var sent = Instant.parse(exchange.at());
            var received = sent.plusMillis(Math.round(exchange.millis()));
            boolean mayAgree = !date.isAfter(received) && date.plusSeconds(1).isAfter(sent);
            return mayAgree
                    ? "less than a second"
                    : String.format(Locale.ROOT, "%+d s", date.getEpochSecond() - received.getEpochSecond());
        } catch (DateTimeException unknown) {
            return "unknown";
        }
    }

    private static String application(Exchange exchange) {
        return exchange.request().headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("X-Application-Id"))
                .map(Exchange.Header::value)
                .findFirst()
                .or(() -> parameter(APPLICATION, exchange))
                .orElseGet(() -> "that of " + exchange.request().url().replaceFirst("^(https?://[^/?#]*).*", "$1"));
    }

    /** The client by the first letters of its id: enough to find it for those who know it. */
    private static String client(Exchange exchange) {
        return parameter(CLIENT, exchange)
                .or(() -> first(CLIENT_OF_COMMAND, exchange.curl()))
                .map(id -> id.substring(0, Math.min(4, id.length())) + "***")
                .orElse("as in the Authorization header");
    }

    private static Optional<String> parameter(Pattern pattern, Exchange exchange) {
        return first(pattern, exchange.request().body())
                .or(() -> first(pattern, exchange.request().url()));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return Optional.of(pattern.matcher(text)).filter(Matcher::find).map(matcher -> matcher.group(1));
    }

    private static String request(Exchange exchange) {
        return ServiceText.inLines(exchange.request().method() + " "
                + exchange.request().url() + "\n" + headers(exchange.request().headers()) + "\n"
                + exchange.request().body() + "\n");
    }

    private static String response(Exchange exchange) {
        return exchange.response()
                .map(answer -> "HTTP " + answer.status() + "\n" + headers(answer.headers()) + "\n" + answer.body()
                        + "\n" + (answer.truncated() ? "(cut when it was recorded)\n" : ""))
                .map(ServiceText::inLines)
                .orElseGet(() -> "There was no response: " + ServiceText.onOneLine(exchange.failure()) + "\n");
    }

    private static String headers(List<Exchange.Header> headers) {
        return headers.stream()
                .map(header -> header.name() + ": " + header.value() + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Set-up and call, in order. A variable that is not set ends it before anything is sent, and one that an answer
     * of the set-up has the value of, before it is first used: only who has sent that call can know it.
     */
    private String script(List<Exchange> exchanges) {
        var wanted = exchanges.stream()
                .filter(exchange ->
                        !exchange.role().equals("twin") && !exchange.role().equals("undo"))
                .toList();
        var first = new StringBuilder("#!/bin/sh\n");
        var calls = new StringBuilder();
        var asked = new TreeSet<String>();
        var answered = new TreeSet<String>();
        for (var exchange : wanted) {
            calls.append("\n# ")
                    .append(exchange.role().equals("drive") && traffic() ? "recorded" : exchange.role())
                    .append('\n');
            for (var variable : variables(exchange.curl())) {
                if (asked.add(variable)) {
                    (answered.contains(variable) ? calls : first)
                            .append(": \"${")
                            .append(variable)
                            .append(
                                    answered.contains(variable)
                                            ? ":?set it to what an answer above has, and send the rest}\"\n"
                                            : ":?set it to the secret it stands for}\"\n");
                }
            }
            calls.append(ServiceText.inLines(exchange.curl())).append('\n');
            exchange.response().ifPresent(answer -> answered.addAll(variables(answer.body())));
        }
        return first.append(calls).toString();
    }

    private boolean traffic() {
        return story.decision().isOfTraffic();
    }

    private static SortedSet<String> variables(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(variable -> variable.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String plain(String text) {
        return MarkdownText.plain(text, 1_000);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
