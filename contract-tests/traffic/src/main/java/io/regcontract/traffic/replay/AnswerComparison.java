package io.regcontract.traffic.replay;

import io.regcontract.check.answer.Answer;
import io.regcontract.traffic.answer.JsonType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Compares answers in what the contract speaks of: HTTP status, code, name, fields and their types, the form of the token.
 * Never in ids, times, and texts that vary.
 */
final class AnswerComparison {

    private static final Set<String> TOLD = Set.of("code", "error", "stat", "sub_error");
    private static final Set<String> TOKENS = Set.of("request_id", "request_token");
    private static final Pattern RECORD = Pattern.compile("/result(/[0-9]+)?|/results/[0-9]+|/capture_user");
    private static final Pattern TOKEN = Pattern.compile("[a-z0-9]{16}");

    private final boolean schemaIsMade;
    private final List<Difference> differences = new ArrayList<>();

    private AnswerComparison(boolean schemaIsMade) {
        this.schemaIsMade = schemaIsMade;
    }

    /**
     * @param schemaIsMade whether the recording itself made the entity type, so that records have the same attributes in
     *     both; where it did not, which attributes a record has says nothing
     */
    static List<Difference> between(Answer recorded, Answer replayed, boolean schemaIsMade) {
        var comparison = new AnswerComparison(schemaIsMade);
        if (recorded.status() != replayed.status()) {
            comparison.add("status", String.valueOf(recorded.status()), String.valueOf(replayed.status()));
        }
        var before = RecordedCall.json(recorded);
        var after = RecordedCall.json(replayed);
        if (before.isPresent() && after.isPresent()) {
            if (recorded.isSuccess() == replayed.isSuccess()) {
                comparison.compare("", "", before.get(), after.get());
            } else {
                // All that follows from it is no difference of its own.
                comparison.add("/stat", told(recorded), told(replayed));
            }
        } else if (before.isPresent() != after.isPresent()) {
            comparison.add("", before.isPresent() ? "JSON" : "no JSON", after.isPresent() ? "JSON" : "no JSON");
        }
        return comparison.differences;
    }

    private static String told(Answer answer) {
        return answer.isSuccess()
                ? "ok"
                : "error" + answer.code().map(code -> " " + code).orElse("");
    }

    private void compare(String pointer, String name, JsonNode recorded, JsonNode replayed) {
        if (recorded.isObject() && replayed.isObject()) {
            objects(pointer, recorded, replayed);
        } else if (recorded.isArray() && replayed.isArray()) {
            for (int index = 0; index < Math.min(recorded.size(), replayed.size()); index++) {
                compare(pointer + "/" + index, name, recorded.get(index), replayed.get(index));
            }
        } else if (!JsonType.of(recorded).equals(JsonType.of(replayed))) {
            if (!isInRecord(pointer) || (!recorded.isNull() && !replayed.isNull())) {
                add(pointer, JsonType.of(recorded), JsonType.of(replayed));
            }
        } else if (TOLD.contains(name) && isOfAnError(pointer) && !recorded.equals(replayed)) {
            add(pointer, recorded.asString(), replayed.asString());
        } else if (TOKENS.contains(name) && form(recorded) != form(replayed)) {
            add(pointer, described(recorded), described(replayed));
        }
    }

    private void objects(String pointer, JsonNode recorded, JsonNode replayed) {
        var names = new TreeSet<String>();
        names.addAll(recorded.propertyNames());
        names.addAll(replayed.propertyNames());
        boolean attributes = RECORD.matcher(pointer).matches() && !schemaIsMade && !recorded.has("code");
        for (var name : names) {
            var before = recorded.get(name);
            var after = replayed.get(name);
            var at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            if (before != null && after != null) {
                compare(at, name, before, after);
            } else if (!attributes) {
                add(
                        at,
                        before == null ? "missing" : JsonType.of(before),
                        after == null ? "missing" : JsonType.of(after));
            }
        }
    }

    /** A code of a success is an authorization code, which varies; one of an error is at the top, or among results. */
    private static boolean isOfAnError(String pointer) {
        return pointer.indexOf('/', 1) < 0 || pointer.matches("/(uuid_)?results/[0-9]+/[a-z_]+");
    }

    private static boolean isInRecord(String pointer) {
        return pointer.startsWith("/result/")
                || pointer.startsWith("/results/")
                || pointer.startsWith("/capture_user/");
    }

    private static boolean form(JsonNode token) {
        return TOKEN.matcher(token.asString("")).matches();
    }

    private static String described(JsonNode token) {
        return form(token) ? "16 lower-case letters and digits" : "a token of another form";
    }

    private void add(String pointer, String recorded, String replayed) {
        differences.add(new Difference(pointer, recorded, replayed));
    }
}
