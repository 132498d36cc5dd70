package io.regcontract.suite.plan;

import io.regcontract.contract.input.ReadableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the records of previous runs. */
final class PreviousRuns {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path runs;

    PreviousRuns(Path runs) {
        this.runs = runs;
    }

    /**
     * The requirements that a run found contradicted or broken, or set out to observe and never did.
     *
     * @param run its id, or {@code latest}
     * @throws InvalidSettingsException when there is no such run, or its record cannot be read
     */
    Set<String> failedIn(String run) {
        var known = known();
        var name = named(run);
        if (!known.contains(name)) {
            throw new InvalidSettingsException("there is no run '" + run + "' in " + runs + ". "
                    + (known.isEmpty()
                            ? "There is none at all."
                            : "The latest is " + known.get(known.size() - 1) + "."));
        }
        var open = new TreeSet<String>();
        var settled = new TreeSet<String>();
        records(runs.resolve(name)).forEach(record -> lines(record).forEach(line -> {
            switch (line.path("type").asString("")) {
                case "header" -> line.path("catalogue").forEach(id -> open.add(id.asString("")));
                case "observation" -> {
                    if (!failed(line)) {
                        settled.add(line.path("requirement").path("id").asString(""));
                    }
                }
                default -> {
                    // Refusals and footers hold no observation.
                }
            }
        }));
        open.removeAll(settled);
        return open;
    }

    /** Id of a run that may be called {@code latest}. */
    String named(String run) {
        var known = known();
        return run.equals("latest") && !known.isEmpty() ? known.get(known.size() - 1) : run;
    }

    private static boolean failed(JsonNode observation) {
        return switch (observation.path("outcome").asString("")) {
            case "not-drivable", "out-of-scope" -> false;
            case "observed" ->
                observation
                        .path("checks")
                        .valueStream()
                        .anyMatch(check -> check.path("weight").asString("").equals("must")
                                && check.path("result").asString("").equals("fails")
                                && check.path("relaxedBy").isMissingNode());
            default -> true;
        };
    }

    /** Runs with a record, the latest last: an id may be any name, so the record says when it began. */
    private List<String> known() {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (var directories = Files.list(runs)) {
            return directories
                    .filter(directory -> !records(directory).isEmpty())
                    .sorted(Comparator.comparing(PreviousRuns::began).thenComparing(Path::getFileName))
                    .map(directory -> directory.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String began(Path run) {
        return records(run).stream()
                .map(PreviousRuns::firstLine)
                .map(header -> header.path("startedAt").asString(""))
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    private static JsonNode firstLine(Path record) {
        try (var lines = Files.lines(record)) {
            return lines.findFirst().map(JSON::readTree).orElseGet(JSON::createObjectNode);
        } catch (IOException | UncheckedIOException | JacksonException unreadable) {
            return JSON.createObjectNode();
        }
    }

    private static List<Path> records(Path run) {
        try (var files = Files.list(run)) {
            return files.filter(file -> file.getFileName().toString().matches("observations-.*\\.jsonl"))
                    .sorted()
                    .collect(Collectors.toUnmodifiableList());
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<JsonNode> lines(Path record) {
        try (var lines = Files.lines(ReadableFile.of(record))) {
            return lines.map(JSON::readTree).toList();
        } catch (IOException | UncheckedIOException | JacksonException e) {
            throw new InvalidSettingsException(
                    "the record " + record + " cannot be read to its end. Choose another run.");
        }
    }
}
