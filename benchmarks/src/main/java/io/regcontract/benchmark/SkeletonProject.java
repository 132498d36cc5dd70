package io.regcontract.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A bare project to hold our build against: four modules, the plugins, versions and options of ours, and one REST-assured
 * test that makes as many requests as our run and reads one field of each answer.
 */
final class SkeletonProject {

    private static final List<String> MODULES = List.of("a", "b", "c", "d");
    private static final Pattern PLUGIN = Pattern.compile(
            "<plugin>\\s*<artifactId>(maven-[a-z]+-plugin)</artifactId>\\s*<version>([^<]+)</version>", Pattern.DOTALL);

    private final BenchmarkWorkspace workspace;
    private final Path directory;

    private SkeletonProject(BenchmarkWorkspace workspace, Path directory) {
        this.workspace = workspace;
        this.directory = directory;
    }

    /**
     * Writes the project.
     *
     * @param requests how many its test makes
     */
    static SkeletonProject write(BenchmarkWorkspace workspace, Path directory, int requests) throws IOException {
        var skeleton = new SkeletonProject(workspace, directory);
        var pom = Files.readString(workspace.root().resolve("pom.xml"));
        skeleton.file(
                "pom.xml",
                "parent.xml",
                Map.of(
                        "rest-assured.version", property(pom, "rest-assured.version"),
                        "junit.version", property(pom, "junit.version"),
                        "plugins", plugins(pom)));
        for (var module : MODULES) {
            var last = module.equals(MODULES.get(MODULES.size() - 1));
            var build = last ? template("failsafe.xml").replace("@jvm@", property(pom, "regcontract.jvm")) : "";
            skeleton.file(module + "/pom.xml", "module.xml", Map.of("module", module, "build", build));
            skeleton.text(
                    module + "/src/main/java/skeleton/" + module + "/Nothing.java",
                    "package skeleton." + module + ";\n\npublic final class Nothing {}\n");
        }
        skeleton.file(
                "d/src/test/java/skeleton/RequestsIT.java",
                "RequestsIT.java.txt",
                Map.of("requests", Integer.toString(requests)));
        skeleton.text(".mvn/jvm.config", Files.readString(workspace.root().resolve(".mvn/jvm.config")));
        return skeleton;
    }

    /** A build of it, by the wrapper of ours. */
    ProcessBuilder verify() {
        return new ProcessBuilder(
                        workspace.root().resolve("mvnw").toAbsolutePath().toString(),
                        "-B",
                        "-ntp",
                        "-f",
                        directory.resolve("pom.xml").toString(),
                        "verify")
                .directory(directory.toFile())
                .redirectErrorStream(true);
    }

    private void file(String name, String template, Map<String, String> values) throws IOException {
        var text = template(template);
        for (var value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        text(name, text);
    }

    /** What is as it was keeps its time, so that nothing is compiled anew. */
    private void text(String name, String text) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }

    private static String template(String name) throws IOException {
        try (var content = SkeletonProject.class.getResourceAsStream("skeleton/" + name)) {
            if (content == null) {
                throw new IOException("there is no skeleton/" + name);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String plugins(String pom) {
        return PLUGIN.matcher(pom)
                .results()
                .map(plugin -> "        <plugin><artifactId>" + plugin.group(1) + "</artifactId><version>"
                        + plugin.group(2) + "</version></plugin>\n")
                .distinct()
                .collect(Collectors.joining());
    }

    private static String property(String pom, String name) {
        var found = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)</").matcher(pom);
        if (!found.find()) {
            throw new IllegalStateException("pom.xml has no property " + name);
        }
        return found.group(1);
    }
}
