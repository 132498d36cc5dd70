package io.regcontract.report.leak;

import io.regcontract.report.judge.Leak;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Searches files for registered values, in every form a value can take. */
public final class LeakScan {

    /** Built from sources, or downloaded: no run writes there. */
    private static final Set<String> NOT_WRITTEN_BY_A_RUN = Set.of(
            "classes", "test-classes", "generated-sources", "maven-status", "maven-archiver", "allure-commandline");

    private static final Path RUNS = Path.of("regcontract", "runs");

    private static final int BLOCK = 1 << 20;

    private final String run;
    private final Sought sought;
    private final byte[] block;
    private final Set<Leak> leaks = new HashSet<>();

    /**
     * @param run id of the run that is judged: what is kept of others was searched when they were judged, and would make
     *     each build slower than the one before it
     */
    public LeakScan(String run, Registered registered) {
        this.run = run;
        sought = new Sought(registered.namesByValue());
        block = new byte[BLOCK + sought.overlap()];
    }

    /** Searches all that a run may have written below directories; what cannot be read is a failure of the scan. */
    public List<Leak> search(List<Path> directories) throws IOException {
        if (!sought.nothing()) {
            for (var directory : directories) {
                if (Files.isDirectory(directory)) {
                    search(directory);
                }
            }
        }
        return leaks.stream()
                .sorted(Comparator.comparing(Leak::file)
                        .thenComparing(Leak::name)
                        .thenComparing(Leak::form))
                .toList();
    }

    /** The directories of a project's modules in which runs write. */
    public static List<Path> targets(Path root) throws IOException {
        var targets = new ArrayList<Path>();
        Files.walkFileTree(root, Set.of(), 4, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                var name = String.valueOf(directory.getFileName());
                if (name.equals("target")) {
                    targets.add(directory);
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return (name.startsWith(".") && !directory.equals(root)) || name.equals("src")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }
        });
        return targets;
    }

    private void search(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                return NOT_WRITTEN_BY_A_RUN.contains(String.valueOf(visited.getFileName())) || isAnotherRun(visited)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.toString().endsWith(".jar")) {
                    searchFile(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Where the one that is judged has left nothing, nobody knows which of them it is. */
    private boolean isAnotherRun(Path directory) {
        return Optional.ofNullable(directory.getParent())
                .filter(parent ->
                        parent.endsWith(RUNS) && !directory.endsWith(run) && Files.isDirectory(parent.resolve(run)))
                .isPresent();
    }

    /** Block by block, each with the end of the one before it, so that no value can hide on the border. */
    private void searchFile(Path file) throws IOException {
        int carried = 0;
        try (InputStream stream = Files.newInputStream(file)) {
            for (int read = stream.readNBytes(block, 0, BLOCK);
                    read > 0;
                    read = stream.readNBytes(block, carried, BLOCK)) {
                int length = carried + read;
                sought.find(block, length, text -> leaks.add(new Leak(file.toString(), text.name(), text.form())));
                carried = Math.min(length, sought.overlap());
                System.arraycopy(block, length - carried, block, 0, carried);
            }
        }
    }
}
