package io.regcontract.report.cli;

import java.util.List;

/**
 * Prints the result of a build below everything that Maven prints: it has a summary of its modules, and an account of
 * what failed, to add after the last of them. The end of its process is the only moment that comes later.
 */
public final class EndOfBuild {

    private EndOfBuild() {}

    /** Says it there; nothing where there are no lines. */
    public static void say(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        // All of it is made now: the classes of this program cannot be loaded any more once Maven has left it.
        var text = System.lineSeparator() + String.join(System.lineSeparator(), lines);
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(text)));
        } catch (IllegalStateException ending) {
            System.out.println(text);
        }
    }
}
