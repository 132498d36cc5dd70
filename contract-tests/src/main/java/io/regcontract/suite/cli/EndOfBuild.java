package io.regcontract.suite.cli;

import java.util.List;

/**
 * Prints text below everything that Maven prints. Maven ends with a summary of the modules and of the failure, so the
 * text is printed when the process ends.
 */
final class EndOfBuild {

    private EndOfBuild() {}

    static void say(List<String> lines) {
        // The text is built now, because Maven closes the class loader of this program before the process ends.
        var text = System.lineSeparator() + String.join(System.lineSeparator(), lines);
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(text)));
        } catch (IllegalStateException ending) {
            System.out.println(text);
        }
    }
}
