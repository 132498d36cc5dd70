package io.regcontract.simulator.argument;

import io.regcontract.simulator.record.DateTimes;
import io.regcontract.simulator.schema.AttributePath;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The arguments of a call, judged: an operation can rely on their shape. */
public final class Arguments {

    private final Map<String, String> texts;
    private final Map<String, JsonNode> values;
    private final Parameters sent;
    private final Predicate<String> declared;
    private final Set<String> read = new HashSet<>();
    private boolean isFormUnread;

    /**
     * Holds judged arguments.
     *
     * @param declared the names that are looked at whatever comes
     * @param takesForm whether any other parameter may be the field of a form
     */
    Arguments(
            Map<String, String> texts,
            Map<String, JsonNode> values,
            Parameters sent,
            Predicate<String> declared,
            boolean takesForm) {
        this.texts = texts;
        this.values = values;
        this.sent = sent;
        this.declared = declared;
        this.isFormUnread = takesForm;
    }

    /** Notes that the whole form was read: a parameter that is unread from now on is no field of it. */
    public void formIsRead() {
        isFormUnread = false;
    }

    /**
     * The parameters that were sent and not read, in alphabetical order.
     *
     * @param isDone whether the call was completed; otherwise a form that was not read has no unread fields
     */
    public List<String> unread(boolean isDone) {
        return sent.isEmpty() || (isFormUnread && !isDone)
                ? List.of()
                : sent.names().stream()
                        .filter(name -> !Parameters.OF_EVERY_CALL.contains(name)
                                && !read.contains(name)
                                && !declared.test(name))
                        .sorted()
                        .toList();
    }

    /** The text of an argument that is there, because it was declared so. */
    public String text(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("argument was not declared as required: " + name));
    }

    /** The text of an argument; empty when it is absent and has no default. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /** Whether an argument was sent or has a default. */
    public boolean has(String name) {
        return texts.containsKey(name);
    }

    /** The JSON of an argument that is there, because it was declared so. */
    public JsonNode json(String name) {
        return findJson(name)
                .orElseThrow(() -> new IllegalStateException("argument was not declared as required JSON: " + name));
    }

    /** The JSON of an argument; empty when it is absent. */
    public Optional<JsonNode> findJson(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The strings of a JSON array of strings. */
    public Optional<List<String>> texts(String name) {
        return findJson(name)
                .map(array -> array.values().stream().map(JsonNode::stringValue).toList());
    }

    /** The whole number of an argument; empty when it is absent. */
    public OptionalLong whole(String name) {
        return find(name).map(text -> OptionalLong.of(Long.parseLong(text))).orElseGet(OptionalLong::empty);
    }

    /** Whether a flag is there and says true. */
    public boolean flag(String name) {
        return find(name)
                .filter(text -> text.equals("true") || text.equals("1"))
                .isPresent();
    }

    /**
     * The time of an argument; empty when it is absent.
     *
     * @param now what times that are relative to the present are relative to
     */
    public Optional<Instant> time(String name, Instant now) {
        return find(name).flatMap(text -> DateTimes.read(text, now));
    }

    /** The attribute path of an argument; empty when it is absent. */
    public Optional<AttributePath> path(String name) {
        return find(name).flatMap(AttributePath::parse);
    }

    /** The field of a form, if it was sent at all. */
    public Optional<String> field(String name) {
        read.add(name);
        return sent.sent(name);
    }
}
