package io.regcontract.traffic.proxy.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Heads as they are passed on: every line as it came, without what belongs to one connection (RFC 9110, section 7.6.1).
 * {@code close}, {@code keep-alive} and {@code TE: trailers} stay, as they hold for both connections: each connection of a
 * client has one of its own to the service, which ends when it ends.
 */
public final class ForwardedHead {

    /** Options that hold for the connection to the service as they do for that of the client. */
    private static final Set<String> MIRRORED = Set.of("close", "keep-alive", "te");

    /** Fields of one connection, though Connection does not name them. */
    private static final Set<String> ALWAYS_REMOVED = Set.of("upgrade", "proxy-connection", "http2-settings");

    /** Fields that say where a message ends or what it is for: no Connection can take them away. */
    private static final Set<String> NEVER_REMOVED =
            Set.of("host", "content-length", "transfer-encoding", "connection");

    private ForwardedHead() {}

    /**
     * A request.
     *
     * @param startLine with the target as the service takes it
     * @param authority of the service, which takes the place of the proxy's in Host
     * @param added fields that are set for every request, in place of those of the same name
     */
    public static byte[] request(MessageHead head, String startLine, String authority, List<MessageHead.Field> added) {
        var names = new HashSet<String>();
        added.forEach(field -> names.add(lower(field.name())));
        var lines = new ArrayList<String>();
        for (var field : endToEnd(head)) {
            if (field.is("Host")) {
                lines.add(field.value().equals(authority) ? field.line() : field.name() + ": " + authority);
            } else if (!names.contains(lower(field.name()))) {
                lines.add(field.line());
            }
        }
        added.forEach(field -> lines.add(field.line()));
        return bytes(startLine, lines);
    }

    /** An answer, interim answers too. */
    public static byte[] answer(MessageHead head) {
        return bytes(
                head.startLine(),
                endToEnd(head).stream().map(MessageHead.Field::line).toList());
    }

    private static List<MessageHead.Field> endToEnd(MessageHead head) {
        var options = options(head);
        var removed = new HashSet<String>(ALWAYS_REMOVED);
        options.stream().filter(option -> !MIRRORED.contains(option)).forEach(removed::add);
        removed.removeAll(NEVER_REMOVED);
        var teStays = head.values("TE").stream().allMatch(value -> value.equalsIgnoreCase("trailers"));
        if (!teStays) {
            removed.add("te");
        }
        var kept = new ArrayList<MessageHead.Field>();
        for (var field : head.fields()) {
            if (field.is("Connection")) {
                connection(field, teStays).ifPresent(kept::add);
            } else if (!removed.contains(lower(field.name()))) {
                kept.add(field);
            }
        }
        return kept;
    }

    private static Optional<MessageHead.Field> connection(MessageHead.Field field, boolean teStays) {
        var all = List.of(field.value().split(",", -1));
        var kept = all.stream()
                .map(String::strip)
                .filter(option -> MIRRORED.contains(lower(option)) && (teStays || !option.equalsIgnoreCase("te")))
                .toList();
        if (kept.size() == all.size()) {
            return Optional.of(field);
        }
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(MessageHead.Field.of(field.name(), String.join(", ", kept)));
    }

    private static Set<String> options(MessageHead head) {
        var options = new HashSet<String>();
        for (var value : head.values("Connection")) {
            for (var option : value.split(",", -1)) {
                options.add(lower(option.strip()));
            }
        }
        return options;
    }

    private static byte[] bytes(String startLine, List<String> lines) {
        var head = new StringBuilder(startLine).append("\r\n");
        lines.forEach(line -> head.append(line).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
