package io.regcontract.simulator.pipeline;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.Applications;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.credential.ApiRequest;
import io.regcontract.simulator.credential.Authenticator;
import io.regcontract.simulator.credential.ConfidentialTexts;
import io.regcontract.simulator.credential.PresentedCredentials;
import io.regcontract.simulator.drill.ArmedDrill;
import io.regcontract.simulator.drill.Drills;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.identity.Identifiers;
import io.regcontract.simulator.journal.Journals;
import io.regcontract.simulator.log.ApiLog;
import io.regcontract.simulator.log.LogEntry;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.Operations;
import io.regcontract.simulator.render.DialectRenderer;
import io.regcontract.simulator.store.Store;
import io.regcontract.simulator.store.Store.PendingCommit;
import io.regcontract.simulator.transportfault.FaultOfCall;
import java.util.List;
import java.util.Optional;
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
    private final Drills drills;
    private final Journals journals;
    private final DialectRenderer dialect;
    private final Consumer<Throwable> faults;

    /** @param faults is told about every fault that became an unexpected error */
    public Pipeline(
            Operations operations,
            Applications applications,
            Authenticator authenticator,
            Store store,
            Identifiers identifiers,
            ApiLog log,
            Drills drills,
            Journals journals,
            DialectRenderer dialect,
            Consumer<Throwable> faults) {
        this.operations = operations;
        this.applications = applications;
        this.finder = new ApplicationFinder(applications);
        this.authenticator = authenticator;
        this.store = store;
        this.identifiers = identifiers;
        this.log = log;
        this.drills = drills;
        this.journals = journals;
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
                .orElseGet(() ->
                        new Outcome(dialect.unknownPath(), Optional.empty(), Optional.empty(), List.of(), List.of()));
    }

    /** Drills see a call before it is judged, the journal when it has been answered. */
    private Outcome handle(ApiRequest request, Operation operation) {
        var entry = JournalEntry.begin(journals, applications);
        var trace = new CallTrace();
        var drilled = before(request, operation);
        var fault = drilled.isEmpty()
                ? Optional.<FaultOfCall>empty()
                : drilled.stream().flatMap(each -> each.fault().stream()).findFirst();
        try {
            var outcome = outcome(request, operation, trace, drilled, fault);
            if (trace.clientId.isEmpty() && trace.callerId.isEmpty()) {
                trace.callerId = clientOfToken(request, operation);
            }
            // Before the last call of a drill undoes it, so that the journal has both in their order.
            entry.answered(request, operation, trace, outcome, drilled);
            return outcome;
        } finally {
            drills.after(drilled);
        }
    }

    private Outcome outcome(
            ApiRequest request,
            Operation operation,
            CallTrace trace,
            List<ArmedDrill> drilled,
            Optional<FaultOfCall> fault) {
        if (fault.filter(each -> !each.fault().reachesService()).isPresent()) {
            trace.presents(PresentedCredentials.in(request), applications);
            return Outcome.unreached(drilled.get(0).application().name(), fault.get());
        }
        var outcome = judge(request, operation, trace);
        return fault.map(outcome::befallenBy).orElse(outcome);
    }

    /** The client that the token or code of a call was issued to, also where the call ended before it was judged. */
    private Optional<String> clientOfToken(ApiRequest request, Operation operation) {
        try {
            return incoming(request, operation).flatMap(CallTrace::clientOf);
        } catch (RuntimeException fault) {
            faults.accept(fault);
            return Optional.empty();
        }
    }

    /** What goes wrong in a drill is told, and no part of the call. */
    private List<ArmedDrill> before(ApiRequest request, Operation operation) {
        try {
            return drills.before(() -> incoming(request, operation));
        } catch (RuntimeException fault) {
            faults.accept(fault);
            return List.of();
        }
    }

    private Optional<IncomingCall> incoming(ApiRequest request, Operation operation) {
        try {
            var presented = PresentedCredentials.in(request);
            return Optional.of(new IncomingCall(
                    finder.meant(request, presented),
                    operation.declaration(),
                    request.hostName(),
                    request.parameters().given("application_id").or(request::applicationId),
                    presented,
                    request.parameters()));
        } catch (ApiErrorException forNoApplication) {
            return Optional.empty();
        }
    }

    /** The code of an answer is what the dialect makes of it; the log has it as it was answered. */
    private Outcome judge(ApiRequest request, Operation operation, CallTrace trace) {
        try {
            var answer = perform(request, operation, trace)
                    .rewriting(refusal -> ConfidentialTexts.in(request).takenOutOf(refusal));
            return new Outcome(
                            dialect.success(answer),
                            trace.application(),
                            Optional.empty(),
                            answer.refusals(),
                            trace.unread)
                    .telling(answer.told());
        } catch (ApiErrorException refusal) {
            return failed(request, operation, refusal, trace);
        } catch (LinkageError missing) {
            // No error of the API: the caller is told which class is missing.
            throw missing;
        } catch (RuntimeException | Error fault) {
            // A fault fails this call only.
            faults.accept(fault);
            return failed(
                    request,
                    operation,
                    SimulatedErrorCode.UNEXPECTED_ERROR.because("Unexpected internal error"),
                    trace);
        }
    }

    private OperationResult perform(ApiRequest request, Operation operation, CallTrace trace) {
        var presented = PresentedCredentials.in(request);
        trace.presents(presented, applications);
        var attempt = new Attempt(request, presented, operation, trace);
        try {
            var work = store.begin();
            try {
                attempt.perform();
            } finally {
                work.close();
            }
        } finally {
            // Neither success nor failure is told before all that the call wrote, and all that it saw, is kept.
            attempt.keeping.await();
        }
        return attempt.answer();
    }

    /** One way of a call through the application that it is for. */
    private final class Attempt {

        private final ApiRequest request;
        private final PresentedCredentials presented;
        private final Operation operation;
        private final OperationDeclaration declaration;
        private final CallTrace trace;
        private Supplier<OperationResult> rest = () -> {
            throw new IllegalStateException("nothing was performed");
        };
        private PendingCommit keeping = PendingCommit.NOTHING;

        Attempt(ApiRequest request, PresentedCredentials presented, Operation operation, CallTrace trace) {
            this.request = request;
            this.presented = presented;
            this.operation = operation;
            this.declaration = operation.declaration();
            this.trace = trace;
        }

        void perform() {
            // An application can go while a call waits for it. The call is for what it leads to then.
            while (!performed(finder.find(request, presented))) {
                trace.found = Optional.empty();
            }
        }

        /** What is left to do once the lock is free. */
        OperationResult answer() {
            return rest.get();
        }

        private boolean performed(Application application) {
            trace.found = Optional.of(application);
            PipelineConditions.maintenance(application, declaration);
            PipelineConditions.quota(application, declaration);
            var lock = declaration.writes()
                    ? application.lock().writeLock()
                    : application.lock().readLock();
            lock.lock();
            try {
                if (application.isRemoved()) {
                    return false;
                }
                keep(application);
                return true;
            } finally {
                lock.unlock();
            }
        }

        /** All that is written is kept, or nothing but what counts attempts; others may go on while it is written. */
        private void keep(Application application) {
            try {
                rest = begun(call(application));
                keeping = store.beginCommit();
            } catch (RuntimeException | Error failed) {
                if (store.undo()) {
                    application.refresh();
                }
                keeping = store.beginCommit();
                throw failed;
            }
        }

        /**
         * Begins the operation as the client that calls, and notes which parameters were not read, also when it is
         * refused.
         */
        private Supplier<OperationResult> begun(OperationCall call) {
            try {
                var begun = declaration.writes()
                        ? call.application().writtenBy(call.caller().client(), () -> operation.begin(call))
                        : operation.begin(call);
                trace.unread = call.arguments().unread(true);
                return begun;
            } catch (ApiErrorException refusal) {
                trace.unread = call.arguments().unread(false);
                throw refusal;
            }
        }

        private OperationCall call(Application application) {
            var caller = authenticator.authenticate(request, presented, declaration.credentials(), application);
            trace.callerId = caller.client().map(Client::id);
            PipelineConditions.permission(declaration, caller, request.caller());
            var arguments = declaration
                    .arguments()
                    .judge(
                            request.parameters(),
                            caller.token().isPresent() || caller.creation().isPresent(),
                            key -> application.settings().effective(caller.clientId(), key),
                            application.now());
            return new OperationCall(application, caller, request.caller(), arguments, request.abandoned());
        }
    }

    /** The path in log and rendering is the operation's own, however the call spells it. */
    private Outcome failed(ApiRequest request, Operation operation, ApiErrorException refusal, CallTrace trace) {
        var token = identifiers.token(TOKEN_LENGTH);
        var path = operation.declaration().path();
        var rendered = dialect.failure(path, ConfidentialTexts.in(request).takenOutOf(refusal), token);
        var entry = new LogEntry(
                token,
                trace.application(),
                path,
                trace.clientId,
                rendered.code(),
                rendered.error(),
                applications.clock().instant(),
                rendered.status(),
                request.host());
        log.add(entry);
        return new Outcome(rendered, trace.application(), Optional.of(entry), List.of(), trace.unread);
    }
}
