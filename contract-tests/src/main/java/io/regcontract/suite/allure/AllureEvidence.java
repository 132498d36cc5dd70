package io.regcontract.suite.allure;

import io.qameta.allure.Allure;
import io.qameta.allure.SeverityLevel;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.util.ResultsUtils;
import io.regcontract.check.Finding;
import io.regcontract.contract.Contract;
import io.regcontract.suite.exchange.Exchange;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.Observation.Examined;
import io.regcontract.suite.run.SuiteRun;
import io.regcontract.suite.scenario.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What Allure shows of a requirement. */
public final class AllureEvidence {

    private static final JsonMapper JSON = new JsonMapper();

    private final Contract contract;
    private final String environment;

    public AllureEvidence(Contract contract, String environment) {
        this.contract = contract;
        this.environment = environment;
    }

    /** Gives the running test the identity of its requirement: JUnit's own is an index, and shifts with every row added. */
    public void identify(Requirement requirement) {
        var error = contract.error(requirement.code());
        var story = requirement.code().code() + " " + error.name();
        Allure.getLifecycle().updateTestCase(test -> {
            test.setName(requirement.id());
            test.setFullName(requirement.id());
            test.setTestCaseId(md5(requirement.id()));
            test.setHistoryId(md5(requirement.id() + "|" + environment));
            test.setTitlePath(List.of(words(error.category()), story));
            test.setDescription("When " + requirement.condition() + ", `" + requirement.operation() + "` answers "
                    + story + ".\n\n" + error.description());
            test.setLabels(labels(test, words(error.category()), story, requirement));
            test.setParameters(List.of(new Parameter().setName("environment").setValue(environment)));
        });
    }

    /** A category as people write it. */
    private static String words(String slug) {
        return slug.replace('-', ' ');
    }

    private List<Label> labels(TestResult test, String category, String story, Requirement requirement) {
        var ours = List.of(
                ResultsUtils.createEpicLabel(category),
                ResultsUtils.createFeatureLabel(story),
                ResultsUtils.createStoryLabel(requirement.operation()),
                ResultsUtils.createParentSuiteLabel(category),
                ResultsUtils.createSuiteLabel(story),
                ResultsUtils.createSeverityLabel(SeverityLevel.CRITICAL),
                ResultsUtils.createLabel("env", environment),
                ResultsUtils.createLabel("operation", requirement.operation()));
        // Language, framework, host and thread stay; what would group by Java class goes.
        var kept = test.getLabels().stream()
                .filter(label ->
                        List.of("language", "framework", "host", "thread").contains(label.getName()))
                .toList();
        var labels = new ArrayList<>(ours);
        labels.addAll(kept);
        return labels;
    }

    /** Attaches what was seen. */
    public void attach(Observation observation) {
        var grouped = observation.exchanges().stream()
                .collect(Collectors.groupingBy(
                        exchange -> exchange.role() == Exchange.Role.SET_UP || exchange.role() == Exchange.Role.WORLD
                                ? "set-up"
                                : exchange.role().word(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        grouped.forEach((role, exchanges) -> step(role, Status.PASSED, "", () -> exchanges.forEach(this::attach)));
        observation.checks().forEach(this::attach);
        if (!observation.exchanges().isEmpty()) {
            Allure.addAttachment("reproduce.sh", "text/plain", script(observation), ".sh");
        }
    }

    private void attach(Exchange exchange) {
        var name = exchange.method() + " " + exchange.url().replaceFirst("^https?://[^/]+", "");
        var answered = exchange.response()
                .map(response -> " -> HTTP " + response.status())
                .orElse(" -> no answer");
        step(name + answered, Status.PASSED, "", () -> {
            // What built the condition is in reproduce.sh and in the run record; here it would bury what matters.
            if (exchange.role() == Exchange.Role.SET_UP || exchange.role() == Exchange.Role.WORLD) {
                return;
            }
            Allure.addAttachment("request", "text/plain", request(exchange), ".txt");
            exchange.response()
                    .ifPresent(response -> Allure.addAttachment("answer", "text/plain", answer(response), ".txt"));
        });
    }

    private void attach(Examined check) {
        if (check.finding() instanceof Finding.Fails fails) {
            var status = check.contradicts() ? Status.FAILED : Status.SKIPPED;
            var accepted =
                    check.relaxedBy().isEmpty() ? "" : " (accepted: " + String.join(", ", check.relaxedBy()) + ")";
            step(
                    check.id() + ": expected " + fails.expected() + ", actual " + fails.actual() + accepted,
                    status,
                    "expected " + fails.expected() + "\nactual   " + fails.actual(),
                    () -> {});
        } else if (check.finding() instanceof Finding.NotApplicable not) {
            step(check.id() + ": does not apply, " + not.reason(), Status.SKIPPED, not.reason(), () -> {});
        } else {
            step(check.id(), Status.PASSED, "", () -> {});
        }
    }

    private static void step(String name, Status status, String message, Runnable content) {
        var id = UUID.randomUUID().toString();
        Allure.getLifecycle().startStep(id, new StepResult().setName(name));
        content.run();
        Allure.getLifecycle().updateStep(id, step -> {
            step.setStatus(status);
            if (!message.isEmpty()) {
                step.setStatusDetails(new StatusDetails().setMessage(message));
            }
        });
        Allure.getLifecycle().stopStep(id);
    }

    private static String request(Exchange exchange) {
        return exchange.method() + " " + exchange.url() + "\n"
                + exchange.headers().stream()
                        .map(header -> header.name() + ": " + header.value() + "\n")
                        .collect(Collectors.joining())
                + "\n" + exchange.body().replace("&", "\n&") + "\n\n" + exchange.curl() + "\n";
    }

    private static String answer(Exchange.Response response) {
        return "HTTP " + response.status() + "\n"
                + response.headers().stream()
                        .map(header -> header.name() + ": " + header.value() + "\n")
                        .collect(Collectors.joining())
                + "\n" + response.body() + (response.truncated() ? "\n(truncated)" : "") + "\n";
    }

    private static String script(Observation observation) {
        return "#!/bin/sh\n# " + observation.requirement().id() + ": "
                + observation.requirement().condition() + "\n# Set the variables named in ${...} first.\n"
                + observation.exchanges().stream()
                        .map(exchange -> "\n# " + exchange.role().word() + "\n" + exchange.curl() + "\n")
                        .collect(Collectors.joining());
    }

    /** Writes what Allure shows of the run as a whole. */
    public void describe(SuiteRun run) {
        var directory = run.settings().runDirectory().resolve("allure-results");
        try {
            Files.createDirectories(directory);
            Files.writeString(
                    directory.resolve("environment.properties"),
                    "environment=" + environment + "\nrun=" + run.settings().runId() + "\njava=" + Runtime.version()
                            + "\n",
                    StandardCharsets.UTF_8);
            Files.writeString(
                    directory.resolve("executor.json"),
                    JSON.writeValueAsString(Map.of(
                            "name", "regcontract",
                            "type", "maven",
                            "buildName", run.settings().runId(),
                            "reportName", "Registration error contract")),
                    StandardCharsets.UTF_8);
            Files.writeString(
                    directory.resolve("categories.json"),
                    JSON.writeValueAsString(List.of(
                            Map.of(
                                    "name",
                                    "Contradicted: the service breaks its contract",
                                    "matchedStatuses",
                                    List.of("failed")),
                            Map.of(
                                    "name",
                                    "Broken: set-up or environment, says nothing about the contract",
                                    "matchedStatuses",
                                    List.of("broken")),
                            Map.of("name", "Not drivable here", "matchedStatuses", List.of("skipped")))),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Allure's own kind of id; nothing secret hangs on it. */
    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
