package io.regcontract.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A release as ci/release.md has it, made from a copy of the sources and deployed to a directory. */
final class Release {

    /** Of the release that the test makes. */
    static final String VERSION;

    private static final String DEVELOPED;
    private static final Pattern OWN_VERSION =
            Pattern.compile("<artifactId>regcontract</artifactId>\\s*<version>([^<]+)</version>");
    private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".idea", "node_modules", "consumers");
    private static final String PUBLISHED =
            "distribution/published/simulator,distribution/published/checks,distribution/published/bom";

    static {
        try {
            var pom = OWN_VERSION.matcher(Files.readString(MavenBuild.ROOT.resolve("pom.xml")));
            assertThat(pom.find()).isTrue();
            DEVELOPED = pom.group(1);
            VERSION = DEVELOPED.replace("-SNAPSHOT", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final Path repository;

    private Release(Path repository) {
        this.repository = repository;
    }

    /** Makes one below a directory of which nothing else knows. */
    static Release in(Path directory, Map<String, String> environment) throws IOException {
        var sources = directory.resolve("sources");
        copy(sources);
        var release = new Release(directory.resolve("repository"));
        var arguments = new ArrayList<>(List.of("-q", "-Prelease", "-pl", PUBLISHED, "-Dmaven.install.skip=true"));
        MavenBuild.sharedRepository().ifPresent(shared -> {
            // What deploying writes down beside what is downloaded stays out of the repository of whoever runs this.
            arguments.add("-Dmaven.repo.local=" + directory.resolve("local"));
            arguments.add("-Dmaven.repo.local.tail=" + shared);
        });
        arguments.add("-DaltDeploymentRepository=made::" + release.repository.toUri());
        arguments.add("deploy");

        var ended = MavenBuild.run(sources.resolve("mvnw"), sources, environment, arguments);

        assertThat(ended.exit()).as(ended.output()).isZero();
        return release;
    }

    Path repository() {
        return repository;
    }

    /** A file of an artifact. */
    Path file(String artifact, String ending) {
        return repository.resolve(
                "io/regcontract/" + artifact + "/" + VERSION + "/" + artifact + "-" + VERSION + ending);
    }

    /** All that was deployed, by its path; without the lists of versions, which have the time of the deployment. */
    Map<String, Path> files() throws IOException {
        var files = new TreeMap<String, Path>();
        try (var all = Files.walk(repository)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("maven-metadata"))
                    .forEach(file -> files.put(repository.relativize(file).toString(), file));
        }
        return files;
    }

    private static void copy(Path target) throws IOException {
        Files.walkFileTree(MavenBuild.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                if (LEFT_OUT.contains(visited.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(target.resolve(MavenBuild.ROOT.relativize(visited)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var copied = Files.copy(file, target.resolve(MavenBuild.ROOT.relativize(file)));
                copied.toFile().setExecutable(Files.isExecutable(file));
                if (file.endsWith("pom.xml")) {
                    Files.writeString(copied, Files.readString(file).replace(DEVELOPED, VERSION));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
