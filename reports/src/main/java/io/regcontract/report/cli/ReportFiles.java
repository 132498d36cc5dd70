package io.regcontract.report.cli;

import io.regcontract.contract.Contract;
import io.regcontract.contract.input.DiskFull;
import io.regcontract.report.attest.AttestationFile;
import io.regcontract.report.history.BaselineFile;
import io.regcontract.report.history.RunComparison;
import io.regcontract.report.history.RunHistory;
import io.regcontract.report.history.RunSummary;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.record.ExchangeReader;
import io.regcontract.report.record.RunRecord;
import io.regcontract.report.render.ReportModel;
import io.regcontract.report.render.ReportRenderer;
import io.regcontract.report.render.export.Badge;
import io.regcontract.report.render.export.Ctrf;
import io.regcontract.report.render.export.JUnitXml;
import io.regcontract.report.render.export.MarkdownSummary;
import io.regcontract.report.render.export.PrometheusMetrics;
import io.regcontract.report.render.export.Sarif;
import io.regcontract.report.render.export.TokenList;
import io.regcontract.report.render.export.VerdictFile;
import io.regcontract.report.render.html.HtmlReport;
import io.regcontract.report.render.support.SupportBundles;
import io.regcontract.report.render.support.WaiverSuggestions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Writes the reports of a decision; all but the verdict file, whose presence means that the others are complete and
 * searched.
 */
final class ReportFiles {

    private static final int RUNS_OF_A_TREND = 20;

    private static final List<ReportRenderer> RENDERINGS = List.of(
            new HtmlReport(),
            new MarkdownSummary(),
            new JUnitXml(),
            new Ctrf(),
            new Sarif(),
            new PrometheusMetrics(),
            new Badge(),
            new TokenList());

    private static final List<String> OTHERS = List.of(VerdictFile.NAME, BaselineFile.NAME, WaiverSuggestions.NAME);

    private final GateOptions options;
    private final Path out;

    ReportFiles(GateOptions options) {
        this.options = options;
        this.out = options.out();
    }

    void write(Contract contract, RunRecord run, Decision decision) throws IOException {
        Files.createDirectories(out);
        var story = story(contract, run, decision);
        var parts = new ArrayList<Callable<Void>>();
        RENDERINGS.forEach(rendering -> parts.add(part(() -> write(rendering, story))));
        parts.add(part(() -> writeBaseline(decision)));
        parts.add(part(() -> {
            var waivers = WaiverSuggestions.text(decision);
            if (!waivers.isEmpty()) {
                Files.write(out.resolve(WaiverSuggestions.NAME), waivers.getBytes(StandardCharsets.UTF_8));
            }
        }));
        parts.add(part(() -> new SupportBundles(story).write(out)));
        sideBySide(parts);
    }

    private void writeBaseline(Decision decision) throws IOException {
        var baseline = BaselineFile.of(decision);
        if (baseline.isPresent()) {
            Files.write(
                    out.resolve(BaselineFile.NAME),
                    BaselineFile.text(baseline.get()).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Each part tells the same story into a file of its own, so none waits for another. */
    private static void sideBySide(List<Callable<Void>> parts) throws IOException {
        var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            for (var part : threads.invokeAll(parts)) {
                part.get();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unwritable) {
                throw unwritable;
            }
            throw failed.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while writing reports");
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Void> part(Part part) {
        return () -> {
            part.write();
            return null;
        };
    }

    /** Something to be written. */
    @FunctionalInterface
    private interface Part {
        void write() throws IOException;
    }

    private void write(ReportRenderer rendering, ReportModel story) throws IOException {
        // Not Files.newBufferedWriter: that fails on half a character, which an escape can smuggle into a text.
        try (var writer = new BufferedWriter(
                new OutputStreamWriter(
                        Files.newOutputStream(out.resolve(rendering.fileName())), StandardCharsets.UTF_8),
                1 << 16)) {
            rendering.write(story, writer);
        }
    }

    /** Whether the gate itself writes a file of this name. */
    static boolean writes(String name) {
        return OTHERS.contains(name)
                || RENDERINGS.stream()
                        .anyMatch(rendering -> rendering.fileName().equals(name));
    }

    /**
     * Takes away what an earlier judging has written, and what was attested of it there: none of it may be taken for
     * part of this one.
     */
    static void forget(Path out) throws IOException {
        for (var rendering : RENDERINGS) {
            Files.deleteIfExists(out.resolve(rendering.fileName()));
        }
        var bundles = out.resolve(SupportBundles.DIRECTORY);
        if (Files.isDirectory(bundles)) {
            try (var files = Files.walk(bundles)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        for (var name : OTHERS) {
            Files.deleteIfExists(out.resolve(name));
        }
        for (var attestation : attestations(out)) {
            Files.delete(attestation);
        }
    }

    private static List<Path> attestations(Path out) throws IOException {
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (var files = Files.list(out)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .filter(AttestationFile::is)
                    .toList();
        }
    }

    private void remember(RunHistory history, RunSummary passed) throws IOException {
        try {
            history.add(passed);
        } catch (IOException failed) {
            if (DiskFull.isCauseOf(failed)) {
                throw failed;
            }
            throw new UsageException("The history of runs cannot be kept in " + options.history()
                    + (Files.isDirectory(options.history()) ? "" : ", which is no directory")
                    + ": name a directory that can be written to, with --history.");
        }
    }

    /** The story, with this run added to the history of its environment. */
    private ReportModel story(Contract contract, RunRecord run, Decision decision) throws IOException {
        var history = decision.environment().map(here -> RunHistory.of(options.history(), here.policyName()));
        if (history.isPresent()) {
            remember(history.get(), RunHistory.passed(run, decision));
        }
        return new ReportModel(
                contract,
                run,
                decision,
                ExchangeReader.of(options.records(), decision.runId()),
                decision.terms().baseline().flatMap(before -> BaselineFile.of(decision)
                        .map(after -> RunComparison.between(before, after))),
                history.map(runs -> runs.before(decision.runId(), RUNS_OF_A_TREND - 1))
                        .orElse(List.of()));
    }
}
