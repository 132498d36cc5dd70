package io.regcontract.report.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The project's sources in a directory of their own, and its build as a person runs it. */
final class ProjectCopy {

    private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".idea", "node_modules");

    private final Path directory;

    private ProjectCopy(Path directory) {
        this.directory = directory;
    }

    /** A copy that is there already. */
    static ProjectCopy in(Path directory) {
        return new ProjectCopy(directory);
    }

    static ProjectCopy of(Path project, Path directory) {
        try {
            Files.walkFileTree(project, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes)
                        throws IOException {
                    if (LEFT_OUT.contains(visited.getFileName().toString())) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    Files.createDirectories(directory.resolve(project.relativize(visited)));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.copy(file, directory.resolve(project.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProjectCopy(directory);
    }

    /**
     * How a build ended.
     *
     * @param exit of the process
     * @param output everything it printed
     * @param verdict what verdict.json says, where there is one
     */
    record Ended(int exit, String output, Optional<JsonNode> verdict) {

        /** What a person sees who has not scrolled: the last lines, as many as a small terminal has. */
        String lastScreen() {
            var lines = output.stripTrailing().lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 23), lines.size()));
        }

        /** The line in which Maven says what failed. */
        String errorLine() {
            return output.lines()
                    .filter(line -> line.startsWith("[ERROR] Failed to execute goal"))
                    .findFirst()
                    .orElse("(no such line)\n" + output);
        }
    }

    Ended verify(String... arguments) {
        return verify(Map.of(), process -> {}, arguments);
    }

    /** @param meanwhile is given the running build */
    Ended verify(Map<String, String> environment, Consumer<Process> meanwhile, String... arguments) {
        return build("verify", environment, meanwhile, arguments);
    }

    /** @param phase how far it goes */
    Ended build(String phase, String... arguments) {
        return build(phase, Map.of(), process -> {}, arguments);
    }

    private Ended build(
            String phase, Map<String, String> environment, Consumer<Process> meanwhile, String... arguments) {
        var command = new ArrayList<>(List.of("./mvnw", "-B"));
        Optional.ofNullable(System.getProperty("regcontract.localRepository"))
                .filter(repository -> !repository.isBlank())
                .ifPresent(repository -> command.add("-Dmaven.repo.local=" + repository));
        command.addAll(List.of(arguments));
        command.add(phase);
        try {
            var log = Files.createTempFile(directory, "build", ".log");
            var builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("MAVEN_") || name.startsWith("REGCONTRACT_"));
            builder.environment().putAll(environment);
            var process = builder.start();
            meanwhile.accept(process);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("the build did not end: " + Files.readString(log));
            }
            return new Ended(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8), verdict());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Optional<JsonNode> verdict() throws IOException {
        var file = directory.resolve("reports/target/regcontract/verdict.json");
        return Files.exists(file) ? Optional.of(new JsonMapper().readTree(Files.readString(file))) : Optional.empty();
    }
}
