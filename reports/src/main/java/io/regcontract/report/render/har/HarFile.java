package io.regcontract.report.render.har;

import io.regcontract.report.file.AtomicFile;
import io.regcontract.report.record.Exchange;
import io.regcontract.report.record.ExchangeReader;
import io.regcontract.report.record.RecordHeader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What was exchanged in a run, as one HAR. */
public final class HarFile {

    private HarFile() {}

    /**
     * Writes all exchanges of a run, one at a time, and replaces what is there. No reader ever sees half of it.
     *
     * @param run directory of the run
     * @param attempt the attempt that must have begun a record for it to count, if it matters
     * @param file gets the HAR; the directories above it are made
     * @return how many exchanges it has; empty where the run has no such record: then nothing is written
     * @throws IOException when it cannot be written; then the file is as it was before
     */
    public static Optional<Integer> write(Path run, Optional<String> attempt, Path file) throws IOException {
        var records = records(run);
        var first = records.stream()
                .flatMap(record -> ExchangeReader.header(record, attempt).stream())
                .findFirst();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var entries = new AtomicInteger();
        AtomicFile.write(file.toAbsolutePath(), out -> {
            try (var har = begin(out, first.get())) {
                for (var record : records) {
                    ExchangeReader.each(record, attempt, har::add);
                }
                entries.set(har.entries());
            }
        });
        return Optional.of(entries.get());
    }

    /** The HAR of what was exchanged for one requirement. */
    public static String of(RecordHeader header, String requirement, List<Exchange> exchanges) {
        var text = new StringWriter();
        try (var har = begin(text, header)) {
            for (var exchange : exchanges) {
                har.add(requirement, exchange);
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return text.toString();
    }

    private static HarWriter begin(Writer out, RecordHeader header) throws IOException {
        return new HarWriter(
                out,
                header.tool(),
                "Run " + header.runId() + " in the environment "
                        + header.environment().name()
                        + ". Secrets were taken out when it was recorded: ${NAME} stands where one was.");
    }

    private static List<Path> records(Path run) throws IOException {
        if (!Files.isDirectory(run)) {
            return List.of();
        }
        try (var files = Files.list(run)) {
            return files.filter(file -> file.getFileName().toString().matches("observations-.*\\.jsonl"))
                    .sorted()
                    .toList();
        }
    }
}
