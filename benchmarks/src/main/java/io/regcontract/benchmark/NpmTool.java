package io.regcontract.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Programs from npm that something is measured beside. */
final class NpmTool {

    private NpmTool() {}

    /**
     * Installs a program once, below the target of this module.
     *
     * @param artifact its name at npm
     * @param command what it is called by
     */
    static Path installed(BenchmarkWorkspace workshop, String artifact, String version, String command)
            throws IOException, InterruptedException {
        var home = workshop.directory("npm-" + command);
        var program = home.resolve("node_modules/.bin").resolve(command);
        if (!Files.exists(program)) {
            Files.writeString(home.resolve("package.json"), "{\"private\":true}");
            var installing = new ProcessBuilder("npm", "install", "--silent", artifact + "@" + version)
                    .directory(home.toFile())
                    .inheritIO()
                    .start();
            if (installing.waitFor() != 0) {
                throw new IOException(artifact + " cannot be installed: npm ended with " + installing.exitValue());
            }
        }
        return program.toAbsolutePath();
    }
}
