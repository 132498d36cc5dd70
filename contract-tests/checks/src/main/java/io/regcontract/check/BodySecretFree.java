package io.regcontract.check;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.contract.secret.SecretForms;
import io.regcontract.contract.secret.SecretPieces;
import io.regcontract.contract.secret.UnescapedText;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** No secret of the request comes back, in whatever form, field or header. */
final class BodySecretFree extends StatedCheck {

    static final String ID = "body.secret-free";

    BodySecretFree() {
        super(
                ID,
                Weight.MUST,
                Scope.ANSWER,
                "our own rule: an error text ends up in logs, and a secret of the request has no business there");
    }

    @Override
    public Finding examine(CheckInput input) {
        var answer = input.answer();
        if (input.expectation().element().isEmpty()
                && answer.json() instanceof Body.Json json
                && json.root().isObject()
                && !answer.isError()) {
            return Finding.notApplicable("a success: see " + AnswerFailure.ID);
        }
        var secrets = input.circumstances().secrets();
        var forms = secrets.stream()
                .flatMap(secret -> SecretForms.of(secret).keySet().stream())
                .flatMap(form -> Stream.of(form, SecretForms.octets(form)))
                .collect(Collectors.toSet());
        return first(answer, text -> forms.stream().anyMatch(text::contains))
                .map(place -> Finding.fails("no secret of the request", "one of them" + place.shown()))
                .or(() -> first(answer, text -> isPiece(text, secrets))
                        .map(place -> Finding.fails("no secret of the request", "a piece of one" + place.shown())))
                .orElseGet(Finding::holds);
    }

    private static boolean isPiece(String text, Set<String> secrets) {
        return text.length() >= SecretPieces.SHORTEST
                && SecretPieces.in(text, secrets).isPresent();
    }

    /** The first place in an answer whose text, or a layer below its escapes, is of some kind. */
    private static Optional<LocatedText> first(Answer answer, Predicate<String> kind) {
        return places(answer)
                .filter(place -> kind.test(place.text())
                        || UnescapedText.layersOf(place.text()).stream()
                                .map(UnescapedText::text)
                                .anyMatch(kind))
                .findFirst();
    }

    /** The names and texts of the body read as JSON, free of escapes; the body as it came; and the headers. */
    private static Stream<LocatedText> places(Answer answer) {
        return Stream.of(
                        answer.json() instanceof Body.Json json ? texts("", json.root()) : Stream.<LocatedText>empty(),
                        Stream.of(new LocatedText("", answer.body())),
                        answer.headers().stream()
                                .map(header -> new LocatedText("the header " + header.name(), header.value())))
                .flatMap(places -> places);
    }

    /** Every name and text in it, however deep. */
    private static Stream<LocatedText> texts(String pointer, JsonNode node) {
        if (node.isString()) {
            return Stream.of(new LocatedText(pointer, node.stringValue()));
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .flatMap(member -> Stream.concat(
                            Stream.of(new LocatedText(pointer, member.getKey())),
                            texts(pointer + "/" + member.getKey(), member.getValue())));
        }
        return IntStream.range(0, node.size()).boxed().flatMap(i -> texts(pointer + "/" + i, node.get(i)));
    }

    /** Something that can be read, and where. */
    private record LocatedText(String pointer, String text) {
        String shown() {
            return (pointer.isEmpty() ? "" : " in " + pointer) + ": " + text;
        }
    }
}
