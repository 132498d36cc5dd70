package io.regcontract.cli;

import java.io.Console;
import java.io.PrintWriter;

/** Shows on a terminal how far a long judging is. Elsewhere it shows nothing. */
final class JudgeProgress implements AutoCloseable {

    private static final long STEP = 100_000;

    private final PrintWriter console;
    private final boolean shown;
    private long read;
    private boolean written;

    private JudgeProgress(PrintWriter console, boolean shown) {
        this.console = console;
        this.shown = shown;
    }

    static JudgeProgress onTerminal(PrintWriter console) {
        return new JudgeProgress(console, isTerminal() && System.getenv("CI") == null);
    }

    /** Since Java 22 there is a console without a terminal, too, and it can be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        var here = System.console();
        if (here == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(here);
        } catch (NoSuchMethodException beforeJava22) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    /** So many more exchanges were read. */
    void read(long more) {
        long before = read;
        read += more;
        if (shown && read / STEP > before / STEP) {
            console.print("\r" + read / STEP * STEP + " exchanges");
            console.flush();
            written = true;
        }
    }

    @Override
    public void close() {
        if (written) {
            console.print("\r                                        \r");
            console.flush();
            written = false;
        }
    }
}
