package io.regcontract.suite.observe;

import io.regcontract.contract.text.ServiceText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The run record: a header, one line for each observation as it is made, and a footer. A run that is killed keeps what
 * it had, and the missing footer tells the gate. The format is {@code formats/observation.schema.json}. Thread-safe.
 */
public final class RunRecordWriter implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final BufferedWriter lines;
    private final RecordHeader header;
    private final Clock clock;
    private int observations;
    private List<Map<String, String>> leftovers = List.of();

    /**
     * Something that the run made and could not remove.
     *
     * @param what it is
     * @param why it is still there
     */
    public record RecordedLeftover(String what, String why) {}

    private RunRecordWriter(BufferedWriter lines, RecordHeader header, Clock clock) {
        this.lines = lines;
        this.header = header;
        this.clock = clock;
    }

    /**
     * Begins a record.
     *
     * @param directory of the run
     * @throws UncheckedIOException when it cannot be written, also when this run already has a record
     */
    public static RunRecordWriter begin(Path directory, RecordHeader header, Clock clock) {
        try {
            Files.createDirectories(directory);
            var file = directory.resolve(
                    RecordFile.of(header.environment().name(), header.shard()).name());
            var record = new RunRecordWriter(
                    // Not Files.newBufferedWriter: that one fails on half a character, and the rest of the run with it.
                    new BufferedWriter(new OutputStreamWriter(
                            Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            StandardCharsets.UTF_8)),
                    header,
                    clock);
            record.append(header.line(clock.instant()));
            return record;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds an observation and flushes it. */
    public synchronized void add(Observation observation, RecordedRequirement described) {
        add(observation, described, Map.of());
    }

    /**
     * Adds an observation and flushes it.
     *
     * @param more members of its line beside the usual ones
     */
    public synchronized void add(Observation observation, RecordedRequirement described, Map<String, Object> more) {
        var line = ObservationLine.of(observation, described);
        line.putAll(more);
        append(line);
        observations++;
    }

    /** Adds what a record of traffic says of the traffic. */
    public synchronized void describe(Map<String, Object> traffic) {
        var line = new LinkedHashMap<String, Object>();
        line.put("type", "traffic");
        line.putAll(traffic);
        append(line);
    }

    /** Records why the run could not begin. */
    public synchronized void refuse(int exitCode, String message, String remedy) {
        var line = new LinkedHashMap<String, Object>();
        line.put("type", "refusal");
        line.put("exitCode", exitCode);
        line.put("message", message);
        line.put("remedy", remedy);
        append(line);
    }

    /** Sets what could not be removed, for the footer. */
    public synchronized void leave(List<RecordedLeftover> left) {
        leftovers = left.stream()
                .map(each -> Map.of("what", each.what(), "why", each.why()))
                .toList();
    }

    /** Ends the record: from here on it is whole. */
    @Override
    public synchronized void close() {
        var line = new LinkedHashMap<String, Object>();
        line.put("type", "footer");
        line.put("runId", header.runId());
        line.put("observations", observations);
        line.put("finishedAt", clock.instant().toString());
        if (!leftovers.isEmpty()) {
            line.put("leftovers", leftovers);
        }
        append(line);
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(Object line) {
        try {
            lines.write(ServiceText.encodableJson(JSON.writeValueAsString(line)));
            lines.write('\n');
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
