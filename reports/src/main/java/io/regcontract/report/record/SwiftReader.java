package io.regcontract.report.record;

import io.regcontract.report.record.Check.Result;
import io.regcontract.report.record.Check.Weight;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the usual observation in one go, without a tree. It takes only what the format certainly takes: whatever surprises it,
 * right or wrong, it leaves to {@link RecordLineParser}, which compares with the schema and can say what is the matter. A test holds
 * the two together.
 */
final class SwiftReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final byte[] BEGINNING = "{\"type\":\"observation\",".getBytes(StandardCharsets.US_ASCII);

    private static final Pattern ID = Pattern.compile("REG-[0-9]{3}\\.[A-Za-z0-9_-]+\\.[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 160;
    private static final Pattern OPERATION = Pattern.compile("/\\S*");
    private static final Pattern CASE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ERRATUM = Pattern.compile("E-[0-9]{2,}");
    private static final Pattern READING = Pattern.compile("R-[A-Za-z0-9-]+");
    private static final Pattern ERRATUM_OR_READING = Pattern.compile(ERRATUM + "|" + READING);
    private static final Pattern CHECK = Pattern.compile("[a-z][A-Za-z0-9-]*(\\.[A-Za-z0-9-]+)+");
    private static final Pattern INSTANT = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
            + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z");
    private static final Pattern METHOD = Pattern.compile("[A-Z]+");
    private static final Set<String> ROLES = Set.of("set-up", "drive", "world", "undo", "twin");
    private static final Map<String, Weight> WEIGHTS =
            Map.of("must", Weight.MUST, "should", Weight.SHOULD, "note", Weight.NOTE);
    private static final Map<String, Result> RESULTS =
            Map.of("holds", Result.HOLDS, "fails", Result.FAILS, "not-applicable", Result.NOT_APPLICABLE);

    /** Beyond so many, checks are hardly alike, and looking for their likes costs more than it saves. */
    private static final int MOST_LIKES = 20_000;

    private final Map<Check, Check> likes = new HashMap<>();
    private final Set<String> checkIds = new HashSet<>();

    /** The observation on a line; nothing when it is not of the usual kind. */
    Optional<Observation> read(BoundedLineReader.Line line, RecordLocation place) {
        if (!begins(line.bytes()) || !isText(line)) {
            return Optional.empty();
        }
        try (var json = JSON.createParser(ObjectReadContext.empty(), line.bytes())) {
            expect(json.nextToken() == JsonToken.START_OBJECT);
            var observation = new Reading(json).observation(line, place);
            expect(json.nextToken() == null);
            return Optional.of(observation);
        } catch (JacksonException | Surprise | DateTimeException unusual) {
            return Optional.empty();
        }
    }

    private static boolean begins(byte[] line) {
        return line.length > BEGINNING.length
                && Arrays.equals(line, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length);
    }

    /** The parser of bytes takes some that are no UTF-8; most lines have nothing but ASCII, which anyone can tell. */
    private static boolean isText(BoundedLineReader.Line line) {
        int all = 0;
        for (byte one : line.bytes()) {
            all |= one;
        }
        if (all >= 0) {
            return true;
        }
        try {
            return !line.text().isEmpty();
        } catch (BoundedLineReader.UnreadableLineException notText) {
            return false;
        }
    }

    private static void expect(boolean usual) {
        if (!usual) {
            throw new Surprise();
        }
    }

    /** Nothing is wrong yet: the slow way decides. */
    private static final class Surprise extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Surprise() {
            super("unusual", null, false, false);
        }
    }

    /** One line being read; each method is called at the start of its value and leaves at its end. */
    private final class Reading {

        private final JsonParser json;

        Reading(JsonParser json) {
            this.json = json;
        }

        Observation observation(BoundedLineReader.Line line, RecordLocation place) {
            Optional<Requirement> requirement = Optional.empty();
            Optional<String> startedAt = Optional.empty();
            Optional<List<Check>> checks = Optional.empty();
            boolean observed = false;
            boolean exchanges = false;
            double millis = -1;
            var answeredCode = OptionalInt.empty();
            Optional<String> answeredError = Optional.empty();
            Optional<String> requestToken = Optional.empty();
            int earlierAttempts = 0;
            var proof = new ObservationProof();
            for (var key = json.nextName(); key != null; key = json.nextName()) {
                json.nextToken();
                switch (key) {
                    case "type" -> expect(string().equals("observation"));
                    case "requirement" -> requirement = Optional.of(requirement());
                    case "outcome" -> observed = string().equals("observed");
                    case "answeredCode" -> answeredCode = OptionalInt.of(integer());
                    case "answeredError" -> answeredError = Optional.of(string());
                    case "requestToken" -> requestToken = Optional.of(string());
                    case "checks" -> checks = Optional.of(checks());
                    case "earlierAttempts" -> earlierAttempts = array(this::earlierAttempt);
                    case "exchanges" -> {
                        array(() -> exchange(proof));
                        exchanges = true;
                    }
                    case "startedAt" -> startedAt = Optional.of(matching(INSTANT));
                    case "millis" -> millis = number();
                    default -> throw new Surprise();
                }
            }
            expect(json.currentToken() == JsonToken.END_OBJECT && observed && exchanges && millis >= 0);
            expect(requirement.isPresent() && checks.isPresent() && startedAt.isPresent());
            return new Observation(
                    requirement.get(),
                    Observation.Outcome.OBSERVED,
                    "",
                    Optional.empty(),
                    answeredCode,
                    answeredError,
                    requestToken,
                    checks.get(),
                    earlierAttempts,
                    Instant.parse(startedAt.get()),
                    millis,
                    proof.doubt(requirement.get(), answeredCode, checks.get()),
                    place,
                    line.offset(),
                    line.length());
        }

        private Requirement requirement() {
            expect(json.currentToken() == JsonToken.START_OBJECT);
            var texts = new HashMap<String, String>();
            var errata = new ArrayList<String>();
            var alsoHolding = new ArrayList<Integer>();
            int code = 0;
            for (var key = json.nextName(); key != null; key = json.nextName()) {
                json.nextToken();
                switch (key) {
                    case "id" -> texts.put(key, matching(ID));
                    case "operation" -> texts.put(key, matching(OPERATION));
                    case "case" -> texts.put(key, matching(CASE));
                    case "reading" -> texts.put(key, matching(READING));
                    case "error", "condition", "category" -> texts.put(key, text());
                    case "code" -> code = code();
                    case "errata" -> {
                        array(() -> errata.add(matching(ERRATUM)));
                        expect(areDifferent(errata));
                    }
                    case "alsoHolding" -> {
                        array(() -> alsoHolding.add(code()));
                        expect(!alsoHolding.isEmpty() && areDifferent(alsoHolding));
                    }
                    case "element" -> {
                        texts.put(key, string());
                        expect(string().startsWith("/"));
                    }
                    default -> throw new Surprise();
                }
            }
            expect(json.currentToken() == JsonToken.END_OBJECT && code > 0);
            expect(texts.keySet().containsAll(Set.of("id", "error", "operation", "case", "condition", "category")));
            var id = texts.getOrDefault("id", "");
            expect(id.length() <= LONGEST_ID);
            return new Requirement(
                    id,
                    code,
                    texts.getOrDefault("operation", ""),
                    texts.getOrDefault("condition", ""),
                    Optional.ofNullable(texts.get("reading")),
                    errata,
                    alsoHolding,
                    Optional.ofNullable(texts.get("element")));
        }

        private List<Check> checks() {
            var checks = new ArrayList<Check>();
            array(() -> checks.add(check()));
            return checks;
        }

        private Check check() {
            expect(json.currentToken() == JsonToken.START_OBJECT);
            var id = "";
            var weight = EnumSet.noneOf(Weight.class);
            var result = EnumSet.noneOf(Result.class);
            var expected = "";
            var actual = "";
            var reason = "";
            var relaxedBy = new ArrayList<String>();
            Optional<SchemaProposal> proposal = Optional.empty();
            for (var key = json.nextName(); key != null; key = json.nextName()) {
                json.nextToken();
                switch (key) {
                    case "id" -> id = checkId(string());
                    case "weight" -> weight.add(known(WEIGHTS, string()));
                    case "result" -> result.add(known(RESULTS, string()));
                    case "expected" -> expected = string();
                    case "actual" -> actual = string();
                    case "reason" -> reason = string();
                    case "relaxedBy" -> {
                        array(() -> relaxedBy.add(matching(ERRATUM_OR_READING)));
                        expect(areDifferent(relaxedBy));
                    }
                    case "proposal" -> proposal = Optional.of(proposal());
                    default -> throw new Surprise();
                }
            }
            expect(json.currentToken() == JsonToken.END_OBJECT);
            expect(!id.isEmpty() && weight.size() == 1 && result.size() == 1);
            return like(new Check(
                    id,
                    weight.iterator().next(),
                    result.iterator().next(),
                    expected,
                    actual,
                    reason,
                    relaxedBy,
                    proposal));
        }

        private SchemaProposal proposal() {
            expect(json.currentToken() == JsonToken.START_OBJECT);
            var texts = new HashMap<String, String>();
            for (var key = json.nextName(); key != null; key = json.nextName()) {
                json.nextToken();
                switch (key) {
                    case "file", "schema" -> texts.put(key, text());
                    case "pointer" -> texts.put(key, string());
                    default -> throw new Surprise();
                }
            }
            expect(json.currentToken() == JsonToken.END_OBJECT && texts.size() == 3);
            return new SchemaProposal(
                    texts.getOrDefault("file", ""),
                    texts.getOrDefault("pointer", ""),
                    texts.getOrDefault("schema", ""));
        }

        private void earlierAttempt() {
            expect(json.currentToken() == JsonToken.START_OBJECT);
            int present = 0;
            for (var key = json.nextName(); key != null; key = json.nextName()) {
                json.nextToken();
                present++;
                switch (key) {
                    case "at" -> matching(INSTANT);
                    case "outcome" -> expect(string().equals("broken"));
                    case "reason" -> text();
                    default -> throw new Surprise();
                }
            }
            expect(json.currentToken() == JsonToken.END_OBJECT && present == 3);
        }

        private void exchange(ObservationProof proof) {
            expect(json.currentToken() == JsonToken.START_OBJECT);
            var present = new HashSet<String>();
            var role = "";
            for (var key = json.nextName(); key != null; key = json.nextName()) {
                json.nextToken();
                present.add(key);
                switch (key) {
                    case "role" -> {
                        role = string();
                        expect(ROLES.contains(role));
                    }
                    case "at" -> matching(INSTANT);
                    case "millis" -> expect(number() >= 0);
                    case "request" -> request();
                    case "response" -> {
                        // Whose answer it is must be known before, or its body would have to be kept.
                        expect(!role.isEmpty());
                        response(role, proof);
                    }
                    case "curl" -> anyString();
                    default -> throw new Surprise();
                }
            }
            expect(json.currentToken() == JsonToken.END_OBJECT);
            expect(present.containsAll(Set.of("role", "at", "millis", "request", "curl")));
        }

        private void request() {
            expect(json.currentToken() == JsonToken.START_OBJECT);
            int present = 0;
            for (var key = json.nextName(); key != null; key = json.nextName()) {
                json.nextToken();
                present++;
                switch (key) {
                    case "method" -> matching(METHOD);
                    case "url" -> text();
                    case "headers" -> array(this::header);
                    case "body" -> anyString();
                    default -> throw new Surprise();
                }
            }
            expect(json.currentToken() == JsonToken.END_OBJECT && present == 4);
        }

        private void response(String role, ObservationProof proof) {
            expect(json.currentToken() == JsonToken.START_OBJECT);
            int present = 0;
            var body = "";
            var truncated = false;
            for (var key = json.nextName(); key != null; key = json.nextName()) {
                json.nextToken();
                switch (key) {
                    case "status" -> {
                        int status = integer();
                        expect(status >= 100 && status <= 999);
                        present++;
                    }
                    case "headers" -> {
                        array(this::header);
                        present++;
                    }
                    case "body" -> {
                        if (ObservationProof.reads(role)) {
                            body = string();
                        } else {
                            anyString();
                        }
                        present++;
                    }
                    case "truncated" -> {
                        truncated = json.currentToken() == JsonToken.VALUE_TRUE;
                        expect(truncated || json.currentToken() == JsonToken.VALUE_FALSE);
                    }
                    default -> throw new Surprise();
                }
            }
            expect(json.currentToken() == JsonToken.END_OBJECT && present == 3);
            proof.answer(role, body, truncated);
        }

        private void header() {
            expect(json.currentToken() == JsonToken.START_OBJECT);
            int present = 0;
            for (var key = json.nextName(); key != null; key = json.nextName()) {
                json.nextToken();
                expect(key.equals("name") || key.equals("value"));
                anyString();
                present++;
            }
            expect(json.currentToken() == JsonToken.END_OBJECT && present == 2);
        }

        /** How many there were. */
        private int array(Runnable item) {
            expect(json.currentToken() == JsonToken.START_ARRAY);
            int items = 0;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                item.run();
                items++;
            }
            return items;
        }

        /** A string whose text does not matter, which then is not even decoded. */
        private void anyString() {
            expect(json.currentToken() == JsonToken.VALUE_STRING);
        }

        private String string() {
            expect(json.currentToken() == JsonToken.VALUE_STRING);
            return json.getString();
        }

        private String text() {
            var text = string();
            expect(!text.isEmpty());
            return text;
        }

        private int code() {
            int code = integer();
            expect(code >= 100 && code <= 999);
            return code;
        }

        private String matching(Pattern pattern) {
            var text = string();
            expect(pattern.matcher(text).matches());
            return text;
        }

        private int integer() {
            expect(json.currentToken() == JsonToken.VALUE_NUMBER_INT);
            return json.getIntValue();
        }

        private double number() {
            expect(json.currentToken() == JsonToken.VALUE_NUMBER_INT
                    || json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT);
            return json.getDoubleValue();
        }
    }

    private static boolean areDifferent(List<?> items) {
        return new HashSet<>(items).size() == items.size();
    }

    private static <V> V known(Map<String, V> values, String word) {
        var value = values.get(word);
        if (value == null) {
            throw new Surprise();
        }
        return value;
    }

    private String checkId(String id) {
        if (!checkIds.contains(id)) {
            expect(CHECK.matcher(id).matches());
            if (checkIds.size() < MOST_LIKES) {
                checkIds.add(id);
            }
        }
        return id;
    }

    /** The same check of another observation, if there is one: a run has a few, millions of times. */
    private Check like(Check check) {
        var known = likes.get(check);
        if (known == null && likes.size() < MOST_LIKES) {
            likes.put(check, check);
        }
        return known == null ? check : known;
    }
}
