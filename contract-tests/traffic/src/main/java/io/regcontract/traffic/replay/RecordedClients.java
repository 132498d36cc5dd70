package io.regcontract.traffic.replay;

import io.regcontract.contract.model.ErrorCode;
import io.regcontract.suite.call.Credential;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The clients that a recording shows, and which of them the service knew: one whose calls were all answered with 402 it did
 * not know, and it stays unknown when they are repeated.
 */
final class RecordedClients {

    private static final int INVALID_CLIENT = 402;

    /** Documented errors that may come before a credential is looked at. */
    private static final Set<Integer> BEFORE_CREDENTIALS = Set.of(200, 205, 224, 402, 480, 500, 510);

    /** As tools that take out secrets leave a header behind: {@code Basic ${NAME}}, {@code ***}, {@code [REDACTED]}. */
    private static final Pattern TAKEN_OUT =
            Pattern.compile("(?i)(basic )?(\\$\\{[^}]*}|\\*{2,}|[\\[<(]?redacted[\\])>]?|x{3,})");

    /** A client as it stands in a request; no secret where it sends none. */
    record Named(String id, Optional<String> secret) {}

    private final Set<String> known = new HashSet<>();
    private final Map<String, Set<String>> rightSecrets = new HashMap<>();
    private final Map<String, Set<String>> wrongSecrets = new HashMap<>();
    private final Set<String> withSecret = new HashSet<>();

    private RecordedClients() {}

    static RecordedClients in(List<RecordedCall> calls) {
        var clients = new RecordedClients();
        for (var call : calls) {
            of(call).ifPresent(named -> clients.add(call, named));
        }
        return clients;
    }

    private void add(RecordedCall call, Named named) {
        named.secret().ifPresent(secret -> withSecret.add(named.id()));
        if (call.code() == INVALID_CLIENT) {
            keep(wrongSecrets, named);
        } else if (call.succeeded() || isBehindCredentials(call.code())) {
            known.add(named.id());
            keep(rightSecrets, named);
        }
    }

    private static void keep(Map<String, Set<String>> secrets, Named named) {
        named.secret().ifPresent(secret -> secrets.computeIfAbsent(named.id(), any -> new HashSet<>())
                .add(secret));
    }

    /** Whether an answer with this code shows that the credentials before it were right. */
    private static boolean isBehindCredentials(int code) {
        return !BEFORE_CREDENTIALS.contains(code) && ErrorCode.of(code).isPresent();
    }

    /** Who a call says that it is, as far as it names a client. */
    static Optional<Named> of(RecordedCall call) {
        if (call.credentials().credential() instanceof Credential.ClientSecret pair) {
            return Optional.of(new Named(pair.clientId(), Optional.of(pair.secret())));
        }
        return signer(call).map(id -> new Named(id, Optional.empty())).or(() -> call.parameter("client_id")
                .map(id -> new Named(id, call.parameter("client_secret"))));
    }

    /** The client that has signed a call. */
    static Optional<String> signer(RecordedCall call) {
        var header = call.credentials().header();
        int colon = header.indexOf(':');
        return header.startsWith("Signature ") && colon > 0
                ? Optional.of(header.substring("Signature ".length(), colon).strip())
                : Optional.empty();
    }

    /** Whether a call had the credential of a client in its header, and it was taken out of the recording. */
    static boolean isTakenOut(RecordedCall call) {
        var header = call.credentials().header();
        return (header.startsWith("Basic ") && call.credentials().credential() instanceof Credential.None)
                || (!header.isEmpty() && TAKEN_OUT.matcher(header).matches());
    }

    boolean knows(String id) {
        return known.contains(id);
    }

    boolean isRight(String id, String secret) {
        return rightSecrets.getOrDefault(id, Set.of()).contains(secret);
    }

    /** Whether no answer shows if a secret was right: one with a code that nobody knows, say. */
    boolean leavesOpen(String id, String secret) {
        return !isRight(id, secret) && !wrongSecrets.getOrDefault(id, Set.of()).contains(secret);
    }

    /** Whether it never sent a secret, as the client of a page does. */
    boolean isPublic(String id) {
        return !withSecret.contains(id);
    }
}
