package io.regcontract.simulator.application;

import io.regcontract.simulator.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts log-ins to each account, successful or not. A refused attempt does not count, so that an account is usable
 * again after the waiting time.
 */
public final class LogInAttempts {

    private final Table<Recent> attempts;

    LogInAttempts(Table<Recent> attempts) {
        this.attempts = attempts;
    }

    /**
     * The attempts on one account that may still count.
     *
     * @param times the oldest first
     * @param refused whether every attempt is refused, whenever the others were
     */
    record Recent(List<Instant> times, boolean refused) {}

    /**
     * Counts an attempt in, unless there were too many.
     *
     * @param most how many attempts are fine within the span
     */
    public synchronized boolean admits(String account, long most, Duration span, Instant now) {
        var recent = attempts.get(account).map(Recent::times).orElse(List.of()).stream()
                .filter(time -> time.isAfter(now.minus(span)))
                .toList();
        if (recent.size() >= most || isRefused(account)) {
            return false;
        }
        attempts.put(
                account,
                new Recent(Stream.concat(recent.stream(), Stream.of(now)).toList(), false));
        return true;
    }

    /** Refuses every attempt on an account from now on, until {@link #forget}. */
    public synchronized void refuse(String account) {
        attempts.put(
                account, new Recent(attempts.get(account).map(Recent::times).orElse(List.of()), true));
    }

    /** Whether every attempt on an account is refused. */
    public synchronized boolean isRefused(String account) {
        return attempts.get(account).filter(Recent::refused).isPresent();
    }

    /** Forgets all attempts on an account. */
    public synchronized void forget(String account) {
        attempts.remove(account);
    }

    /**
     * Counts attempts in at once, as somebody makes them who tries passwords.
     *
     * @return what forgets them again, unless more have been counted since
     */
    public synchronized Runnable add(String account, int number, Instant now) {
        var before = attempts.get(account);
        var after = new Recent(
                Stream.concat(
                                before.map(Recent::times).orElse(List.of()).stream(),
                                Collections.nCopies(number, now).stream())
                        .toList(),
                false);
        attempts.put(account, after);
        return () -> takeBack(account, before, after);
    }

    private synchronized void takeBack(String account, Optional<Recent> before, Recent after) {
        if (attempts.get(account).filter(after::equals).isPresent()) {
            before.ifPresentOrElse(recent -> attempts.put(account, recent), () -> attempts.remove(account));
        }
    }
}
