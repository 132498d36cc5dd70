package io.regcontract.report.leak;

import io.regcontract.contract.secret.MultiPatternSearch;
import io.regcontract.contract.secret.SecretForms;
import io.regcontract.contract.secret.UnescapedText;
import io.regcontract.report.judge.Leak;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Searches files for registered values, in every form a value can take. Links are followed. It can be told to search
 * the same directories again: then it reads only what is new or has changed.
 */
public final class LeakScan {

    /** Built from sources, or downloaded: no run writes there. */
    private static final Set<String> NOT_WRITTEN_BY_A_RUN = Set.of(
            "classes", "test-classes", "generated-sources", "maven-status", "maven-archiver", "allure-commandline");

    private static final Path RUNS = Path.of("regcontract", "runs");

    private static final int BLOCK = 1 << 20;

    /** The most characters that nested escapes use for one. */
    private static final int LONGEST_ESCAPE = 14;

    private static final int LONGEST_OVERLAP = BLOCK / 16;

    private final String run;
    private final Instant since;
    private final MultiPatternSearch<Sought> sought;
    private final byte[] block;
    private final int overlap;
    private final Set<Leak> leaks = new HashSet<>();
    private final Map<Path, FileState> searched = new HashMap<>();

    /**
     * What a text stands for.
     *
     * @param name of the secret
     * @param form in which the text is the secret
     */
    private record Sought(String name, String form) {}

    /** Shows whether a file has changed since it was searched. */
    private record FileState(long size, FileTime modified) {}

    /**
     * Begins a search.
     *
     * @param run id of the run that is judged; the records of other runs are not searched, they were when those were
     *     judged
     * @param since when the build began; beside the record of the run, older files are not searched
     */
    public LeakScan(String run, KnownSecrets registered, Instant since) {
        this.run = run;
        this.since = since;
        var byOctets = new ArrayList<Map.Entry<String, Sought>>();
        registered.namesByValue().forEach((value, name) -> SecretForms.of(value)
                .forEach((text, form) -> byOctets.add(Map.entry(SecretForms.octets(text), new Sought(name, form)))));
        sought = new MultiPatternSearch<>(lengths(byOctets).min().orElse(1));
        byOctets.forEach(text -> sought.add(text.getKey(), text.getValue()));
        overlap = Math.min(
                LONGEST_OVERLAP, LONGEST_ESCAPE * (lengths(byOctets).max().orElse(1) - 1));
        block = new byte[BLOCK + overlap];
    }

    /**
     * Searches all that a run may have written, in files and below directories.
     *
     * @param places files and directories; what is not there has nothing
     * @return everything found so far, by earlier calls too
     * @throws IOException when something cannot be read
     */
    public List<Leak> search(List<Path> places) throws IOException {
        if (!sought.isEmpty()) {
            for (var place : places) {
                if (Files.exists(place)) {
                    search(place);
                }
            }
        }
        return leaks.stream()
                .sorted(Comparator.comparing(Leak::file)
                        .thenComparing(Leak::name)
                        .thenComparing(Leak::form))
                .toList();
    }

    /** Searches a text that is about to be written to a file. */
    public void searchDraft(Path file, String text) {
        if (!sought.isEmpty()) {
            try {
                search(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
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

    private void search(Path place) throws IOException {
        Files.walkFileTree(place, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                return NOT_WRITTEN_BY_A_RUN.contains(String.valueOf(visited.getFileName())) || isAnotherRun(visited)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                // Reading a pipe or a device would block.
                if (attributes.isRegularFile()
                        && !file.toString().endsWith(".jar")
                        && isOfThisRun(file, attributes)
                        && isNew(file, attributes)) {
                    try (var content = Files.newInputStream(file)) {
                        search(file, content);
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                // The target of a circular link is searched where it stands; a dangling link has none.
                if (failure instanceof FileSystemLoopException || Files.isSymbolicLink(file)) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    /** Where the judged run has no directory, any of the others may be it, and none is skipped. */
    private boolean isAnotherRun(Path directory) {
        return Optional.ofNullable(directory.getParent())
                .filter(parent ->
                        parent.endsWith(RUNS) && !directory.endsWith(run) && Files.isDirectory(parent.resolve(run)))
                .isPresent();
    }

    /**
     * Whether a file was written since the build began, or belongs to the record of the run, which another machine
     * may have written.
     */
    private boolean isOfThisRun(Path file, BasicFileAttributes attributes) {
        return !attributes.lastModifiedTime().toInstant().isBefore(since)
                || StreamSupport.stream(file.spliterator(), false)
                        .anyMatch(part -> part.toString().equals(run));
    }

    private boolean isNew(Path file, BasicFileAttributes attributes) {
        var state = new FileState(attributes.size(), attributes.lastModifiedTime());
        return !state.equals(searched.put(file, state));
    }

    /** Block by block, each with the end of the one before it, so that no value can hide on the border. */
    private void search(Path file, InputStream content) throws IOException {
        int carried = 0;
        for (int read = content.readNBytes(block, 0, BLOCK);
                read > 0;
                read = content.readNBytes(block, carried, BLOCK)) {
            int length = carried + read;
            searchBlock(file, length);
            carried = Math.min(length, overlap);
            System.arraycopy(block, length - carried, block, 0, carried);
        }
    }

    private void searchBlock(Path file, int length) {
        var octets = new String(block, 0, length, StandardCharsets.ISO_8859_1);
        sought.findAll(octets, (from, to, text) -> leaks.add(new Leak(file.toString(), text.name(), text.form())));
        for (var layer : UnescapedText.layersOfOctets(octets)) {
            sought.findAll(layer.text(), (from, to, text) -> {
                var way = layer.way(from, to);
                // What hides behind no escape was found above.
                if (!way.equals(SecretForms.PLAIN)) {
                    var form = text.form().equals(SecretForms.PLAIN) ? way : text.form();
                    leaks.add(new Leak(file.toString(), text.name(), form));
                }
            });
        }
    }

    private static IntStream lengths(List<Map.Entry<String, Sought>> byOctets) {
        return byOctets.stream().mapToInt(text -> text.getKey().length());
    }
}
