package io.regcontract.drill.run;

import io.regcontract.drill.trial.ProgramEnd;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A command that shares the console of this process and ends before it does. */
final class ChildProgram {

    /** How long a program may take to end in its own way. */
    private static final long SECONDS_TO_END = 5;

    private ChildProgram() {}

    /**
     * Runs a command to its end. When this process is told to end before, the command is too.
     *
     * @param environment variables that it gets beside those of this process
     * @param limit how long it may take
     * @throws ProgramNotStartedException when there is no such program, or it cannot be run
     */
    static ProgramEnd run(List<String> command, Map<String, String> environment, Optional<Duration> limit)
            throws InterruptedException {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException | SecurityException | IllegalArgumentException none) {
            throw new ProgramNotStartedException(command.get(0), none);
        }
        var ending = new Thread(() -> end(process), "regcontract-drill-end-command");
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            if (limit.isPresent() && !process.waitFor(limit.get().toMillis(), TimeUnit.MILLISECONDS)) {
                return new ProgramEnd(ProgramEnd.Kind.TIMED_OUT, 0);
            }
            return ProgramEnd.of(process.waitFor());
        } finally {
            end(process);
            removed(ending);
        }
    }

    /** Ends it and what it has started: first as a person would, and after some seconds by force. */
    private static void end(Process process) {
        var started = process.descendants().toList();
        process.destroy();
        started.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        started.forEach(ProcessHandle::destroyForcibly);
    }

    /** Where this process is ending, nothing comes after the command: no report of a drill that was broken off. */
    private static void removed(Thread hook) throws InterruptedException {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            new CountDownLatch(1).await();
        }
    }
}
