package io.regcontract.simulator.pipeline;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.Applications;
import io.regcontract.simulator.credential.ApiRequest;
import io.regcontract.simulator.credential.Authenticator;
import io.regcontract.simulator.credential.Presented;
import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.error.Refusal;
import io.regcontract.simulator.identity.Identifiers;
import io.regcontract.simulator.log.ApiLog;
import io.regcontract.simulator.log.LogEntry;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.Operations;
import io.regcontract.simulator.render.Dialect;
import io.regcontract.simulator.render.Rendered;
import io.regcontract.simulator.store.Store;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The way of a call: application, maintenance, quota, credentials, permission, arguments, and then the operation. The
 * first condition that does not hold ends it.
 */
public final class Pipeline {

    /** Signs of a request token, as documented. */
    public static final int TOKEN_LENGTH = 16;

    private final Operations operations;
    private final ApplicationFinder finder;
    private final Authenticator authenticator;
    private final Applications applications;
    private final Store store;
    private final Identifiers identifiers;
    private final ApiLog log;
    private final Dialect dialect;
    private final Consumer<Throwable> faults;

    /** @param faults is told about every fault that became an unexpected error */
    public Pipeline(
            Operations operations,
            Applications applications,
            Authenticator authenticator,
            Store store,
            Identifiers identifiers,
            ApiLog log,
            Dialect dialect,
            Consumer<Throwable> faults) {
        this.operations = operations;
        this.applications = applications;
        this.finder = new ApplicationFinder(applications);
        this.authenticator = authenticator;
        this.store = store;
        this.identifiers = identifiers;
        this.log = log;
        this.dialect = dialect;
        this.faults = faults;
    }

    /** Whether an operation has that path. */
    public boolean knows(String path) {
        return operations.at(path).isPresent();
    }

    /** Answers a call. */
    public Outcome handle(ApiRequest request) {
        return operations
                .at(request.path())
                .map(operation -> handle(request, operation))
                .orElseGet(() -> new Outcome(dialect.unknownPath(), Optional.empty(), Optional.empty()));
    }

    /** The code of an answer is what the dialect makes of it; the log has it as it was answered. */
    private Outcome handle(ApiRequest request, Operation operation) {
        var trace = new Trace();
        try {
            var answer = perform(request, operation, trace);
            return new Outcome(dialect.success(answer), trace.application(), Optional.empty());
        } catch (Refusal refusal) {
            return failed(request, refusal, trace);
        } catch (RuntimeException | StackOverflowError fault) {
            faults.accept(fault);
            return failed(request, ErrorCode.UNEXPECTED_ERROR.because("Unexpected internal error"), trace);
        }
    }

    private Answer perform(ApiRequest request, Operation operation, Trace trace) {
        var presented = Presented.in(request);
        presented.client().ifPresent(claim -> trace.clientId = Optional.of(claim.clientId()));
        var answer = Optional.<Answer>empty();
        while (answer.isEmpty()) {
            answer = attempt(request, presented, operation, trace);
        }
        return answer.get();
    }

    /** Answers a call, unless its application was removed before its turn came: then another one answers, or none. */
    private Optional<Answer> attempt(ApiRequest request, Presented presented, Operation operation, Trace trace) {
        var declaration = operation.declaration();
        var application = finder.find(request, presented);
        trace.found = Optional.of(application);
        Gates.maintenance(application, declaration);
        Gates.quota(application, declaration);
        var lock = declaration.writes()
                ? application.lock().writeLock()
                : application.lock().readLock();
        return kept(lock, () -> {
            if (application.isRemoved()) {
                return Optional.empty();
            }
            var caller = authenticator.authenticate(request, presented, declaration.credentials(), application);
            Gates.permission(declaration, caller, request.caller());
            var arguments = declaration
                    .arguments()
                    .judge(
                            request.parameters(),
                            caller.token().isPresent() || caller.creation().isPresent(),
                            key -> application.settings().effective(caller.clientId(), key),
                            application.now());
            return Optional.of(operation.perform(new Call(application, caller, request.caller(), arguments)));
        });
    }

    /**
     * Performs something under a lock. Neither its success nor its failure is told before all that it wrote, and all that
     * it saw, is kept; others may go on meanwhile, so that their writes are kept together.
     */
    private Optional<Answer> kept(Lock lock, Supplier<Optional<Answer>> performance) {
        var keeping = Store.Keeping.NOTHING;
        try {
            lock.lock();
            try {
                return performance.get();
            } finally {
                try {
                    keeping = store.keep();
                } finally {
                    lock.unlock();
                }
            }
        } finally {
            keeping.await();
        }
    }

    private Outcome failed(ApiRequest request, Refusal refusal, Trace trace) {
        var token = identifiers.token(TOKEN_LENGTH);
        var rendered = dialect.failure(request.path(), refusal, token);
        var entry = new LogEntry(
                token,
                trace.application(),
                request.path(),
                trace.clientId,
                rendered.code(),
                rendered.error(),
                applications.clock().instant(),
                rendered.status(),
                request.host());
        log.add(entry);
        return new Outcome(rendered, trace.application(), Optional.of(entry));
    }

    /**
     * What became of a call.
     *
     * @param failure its entry in the log, when it failed
     */
    public record Outcome(Rendered rendered, Optional<String> application, Optional<LogEntry> failure) {}

    /** What is known of a call so far, for the log. */
    private static final class Trace {
        private Optional<Application> found = Optional.empty();
        private Optional<String> clientId = Optional.empty();

        Optional<String> application() {
            return found.map(Application::name);
        }
    }
}
