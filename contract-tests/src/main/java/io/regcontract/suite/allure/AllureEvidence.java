package io.regcontract.suite.allure;

import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.SeverityLevel;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.util.ResultsUtils;
import io.regcontract.check.Finding;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.DocumentedError;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.Observation.Outcome;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What Allure shows of a requirement. Allure's own listener of JUnit writes a result for each row; what the result says
 * comes from the observation, so that it does not depend on which thread made the observation, or in which order.
 *
 * <pre>{@code
 * var evidence = new AllureEvidence(contract, "staging", Allure.getLifecycle());
 * evidence.attach(observation, failure);   // within the row that the observation belongs to
 * }</pre>
 */
public final class AllureEvidence {

    /** What the message of a requirement out of scope begins with, where Allure would show it like any other skipped one. */
    public static final String OUT_OF_SCOPE = "out of scope: ";

    /** Where the vendor documents all errors, on one page. */
    private static final String DOCUMENTATION =
            "https://techdocs.akamai.com/identity-cloud-entity/reference/registration-error-codes";

    /** Our own page, from where Allure's stands; it says what an erratum is about. */
    private static final String OWN_PAGE = "../regcontract/index.html";

    /** What an application meets while it runs, whoever wrote it; the rest is met while it is written. */
    private static final Set<String> MET_AT_RUN_TIME =
            Set.of("authentication-and-permission", "constraint", "form", "record", "unexpected");

    private final Contract contract;
    private final String environment;
    private final AllureLifecycle lifecycle;

    /**
     * @param environment name of the environment, a part of each identity
     * @param lifecycle of the listener that writes the results
     */
    public AllureEvidence(Contract contract, String environment, AllureLifecycle lifecycle) {
        this.contract = contract;
        this.environment = environment;
        this.lifecycle = lifecycle;
    }

    /**
     * Lets the result of the row that is under way say what was seen. Outside of a row, and where nothing listens for
     * Allure, there is no result and nothing happens.
     *
     * @param failure what contradicts the contract, as a person reads it; used when anything does
     */
    public void attach(Observation observation, String failure) {
        lifecycle
                .getCurrentTestCase()
                .ifPresent(row -> RequirementResults.describe(row, result -> describe(result, observation, failure)));
    }

    private void describe(TestResult result, Observation observation, String failure) {
        var requirement = observation.requirement();
        var error = contract.error(requirement.code());
        var identity = new AllureIdentity(requirement.id(), environment);
        var story = error.code().code() + " " + error.name();
        result.setUuid(identity.uuid())
                .setTestCaseId(requirement.id())
                .setFullName(requirement.id())
                .setHistoryId(identity.historyId())
                .setName(requirement.id())
                .setTestCaseName(requirement.id())
                .setTitlePath(List.of(words(error.category()), story))
                .setDescription("When " + requirement.condition() + ", `" + requirement.operation() + "` answers "
                        + story + ".\n\n" + error.description())
                .setLabels(labels(observation, error, story))
                .setLinks(links(error))
                .setParameters(parameters(observation))
                .setStage(Stage.FINISHED)
                .setStart(observation.startedAt().toEpochMilli())
                .setStop(end(observation.startedAt(), observation.millis()))
                .setSteps(steps(observation))
                .setAttachments(transcript(observation));
        outcome(result, observation, failure);
    }

    private static void outcome(TestResult result, Observation observation, String failure) {
        if (observation.outcome() instanceof Outcome.NotDrivable not) {
            result.setStatus(Status.SKIPPED).setStatusDetails(new StatusDetails().setMessage(not.reason()));
        } else if (observation.outcome() instanceof Outcome.OutOfScope out) {
            result.setStatus(Status.SKIPPED)
                    .setStatusDetails(new StatusDetails().setMessage(OUT_OF_SCOPE + out.reason()));
        } else if (observation.outcome() instanceof Outcome.Broken broken) {
            result.setStatus(Status.BROKEN).setStatusDetails(new StatusDetails().setMessage(broken.reason()));
        } else if (observation.contradictions().isEmpty()) {
            result.setStatus(Status.PASSED).setStatusDetails(null);
        } else {
            result.setStatus(Status.FAILED).setStatusDetails(new StatusDetails().setMessage(failure));
        }
    }

    /** A category as people write it. */
    private static String words(String slug) {
        return slug.replace('-', ' ');
    }

    private List<Label> labels(Observation observation, DocumentedError error, String story) {
        var category = words(error.category());
        var labels = new ArrayList<>(List.of(
                ResultsUtils.createEpicLabel(category),
                ResultsUtils.createFeatureLabel(story),
                ResultsUtils.createStoryLabel(observation.requirement().operation()),
                ResultsUtils.createParentSuiteLabel(category),
                ResultsUtils.createSuiteLabel(story),
                ResultsUtils.createPackageLabel(error.category() + "." + story.replace(' ', '-')),
                ResultsUtils.createSeverityLabel(
                        MET_AT_RUN_TIME.contains(error.category()) ? SeverityLevel.CRITICAL : SeverityLevel.NORMAL),
                ResultsUtils.createLabel("env", environment),
                ResultsUtils.createLabel("operation", observation.requirement().operation()),
                ResultsUtils.createFrameworkLabel("regcontract")));
        relaxations(observation).forEach(id -> labels.add(ResultsUtils.createTagLabel(id)));
        return labels;
    }

    /** Errata and readings without which this requirement would be contradicted. */
    private static Set<String> relaxations(Observation observation) {
        return observation.checks().stream()
                .flatMap(check -> check.relaxedBy().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Link> links(DocumentedError error) {
        var links = new ArrayList<Link>();
        links.add(new Link()
                .setName("documentation of " + error.code().code())
                .setUrl(DOCUMENTATION + "#" + error.code().code())
                .setType("custom"));
        error.errata()
                .forEach(id -> links.add(
                        new Link().setName(id).setUrl(OWN_PAGE + "#" + id).setType("custom")));
        return links;
    }

    /** The environment is part of what a result is a result of; the token is another each time. */
    private List<Parameter> parameters(Observation observation) {
        var parameters = new ArrayList<Parameter>();
        parameters.add(new Parameter().setName("environment").setValue(environment));
        observation
                .answered()
                .requestToken()
                .ifPresent(token -> parameters.add(new Parameter()
                        .setName("request token")
                        .setValue(ServiceText.bounded(token))
                        .setExcluded(true)));
        return parameters;
    }

    private List<StepResult> steps(Observation observation) {
        var grouped = observation.exchanges().stream()
                .collect(Collectors.groupingBy(
                        exchange -> exchange.role() == Exchange.Role.ENVIRONMENT
                                ? Exchange.Role.SET_UP.word()
                                : exchange.role().word(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var steps = new ArrayList<StepResult>();
        grouped.forEach((role, exchanges) -> steps.add(new StepResult()
                .setName(role)
                .setStatus(Status.PASSED)
                .setStage(Stage.FINISHED)
                .setStart(start(exchanges.get(0)))
                .setStop(end(exchanges.get(exchanges.size() - 1)))
                .setSteps(exchanges.stream()
                        .map(exchange -> step(exchange, isTroubled(observation)))
                        .toList())));
        long checked = end(observation.startedAt(), observation.millis());
        observation
                .checks()
                .forEach(check -> steps.add(step(check).setStart(checked).setStop(checked)));
        return steps;
    }

    private static boolean isTroubled(Observation observation) {
        return observation.outcome() instanceof Outcome.Broken
                || !observation.contradictions().isEmpty();
    }

    /** @param whole whether request and answer are attached as they were, beside the transcript */
    private StepResult step(Exchange exchange, boolean whole) {
        var name = exchange.method() + " " + exchange.url().replaceFirst("^https?://[^/]+", "");
        var step = new StepResult()
                .setName(name
                        + exchange.response()
                                .map(response -> " -> HTTP " + response.status())
                                .orElse(" -> no answer"))
                .setStatus(exchange.response().isPresent() ? Status.PASSED : Status.BROKEN)
                .setStage(Stage.FINISHED)
                .setStart(start(exchange))
                .setStop(end(exchange));
        if (whole) {
            var attachments = new ArrayList<Attachment>();
            attachments.add(attached("request", ".txt", Transcript.request(exchange)));
            exchange.response()
                    .ifPresent(response -> attachments.add(attached("answer", ".txt", Transcript.answer(response))));
            step.setAttachments(attachments);
        }
        return step;
    }

    private static StepResult step(Observation.ExaminedCheck check) {
        var step = new StepResult().setStage(Stage.FINISHED);
        if (check.finding() instanceof Finding.Fails fails) {
            var accepted =
                    check.relaxedBy().isEmpty() ? "" : " (accepted: " + String.join(", ", check.relaxedBy()) + ")";
            return step.setName(check.id() + ": expected " + fails.expected() + ", actual " + fails.actual() + accepted)
                    .setStatus(check.contradicts() ? Status.FAILED : Status.SKIPPED)
                    .setStatusDetails(new StatusDetails()
                            .setMessage("expected " + fails.expected() + "\nactual   " + fails.actual()));
        }
        if (check.finding() instanceof Finding.NotApplicable not) {
            return step.setName(check.id() + ": does not apply, " + not.reason())
                    .setStatus(Status.SKIPPED);
        }
        return step.setName(check.id()).setStatus(Status.PASSED);
    }

    private List<Attachment> transcript(Observation observation) {
        return observation.exchanges().isEmpty()
                ? List.of()
                : List.of(attached("reproduce.sh", ".sh", Transcript.of(observation)));
    }

    private Attachment attached(String name, String extension, String text) {
        var source = UUID.randomUUID() + "-attachment" + extension;
        lifecycle.writeAttachment(source, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return new Attachment().setName(name).setSource(source).setType("text/plain");
    }

    private static long start(Exchange exchange) {
        return exchange.at().toEpochMilli();
    }

    private static long end(Exchange exchange) {
        return end(exchange.at(), exchange.millis());
    }

    private static long end(Instant start, double millis) {
        return start.toEpochMilli() + Math.round(millis);
    }
}
