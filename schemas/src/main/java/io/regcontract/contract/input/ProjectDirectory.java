package io.regcontract.contract.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A directory that users edit, such as that of the profiles. The archive and the image of regcontract bring one along;
 * a project that has the directory itself uses its own, and of the other one nothing.
 */
public final class ProjectDirectory {

    /** The variable that says where the unpacked archive is; {@code bin/regcontract} sets it. */
    public static final String HOME = "REGCONTRACT_HOME";

    private ProjectDirectory() {}

    /**
     * The directory below the root of the project, or that of the archive where the project has none.
     *
     * @param directory its path below either, such as {@code environments/profiles}
     * @param variables the environment of the process
     */
    public static Path of(Path root, String directory, Map<String, String> variables) {
        var own = root.resolve(directory).normalize();
        var home = variables.getOrDefault(HOME, "");
        if (home.isBlank() || Files.exists(own)) {
            return own;
        }
        var shipped = Path.of(home).resolve(directory).normalize();
        return Files.isDirectory(shipped) ? shipped : own;
    }
}
