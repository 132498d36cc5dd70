package io.regcontract.check;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** No secret of the request comes back, in whatever form or field. */
final class BodySecretFree implements Check {

    static final String ID = "body.secret-free";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String source() {
        return "our own rule: an error text ends up in logs, and a secret of the request has no business there";
    }

    @Override
    public Finding examine(Subject subject) {
        return subject.ofErrorObject(error -> {
            var forms = subject.circumstances().secrets().stream()
                    .flatMap(BodySecretFree::forms)
                    .toList();
            // As a reader of JSON has it, from whom an escape hides nothing, and as it stands on the wire.
            return texts("", error)
                    .filter(place -> contains(place.text(), forms))
                    .findFirst()
                    .or(() -> Optional.of(new Place("", subject.answer().body()))
                            .filter(place -> contains(place.text(), forms)))
                    .map(place -> Finding.fails("no secret of the request", "one of them" + place.shown()))
                    .orElseGet(Finding::holds);
        });
    }

    private static boolean contains(String text, List<String> forms) {
        return forms.stream().anyMatch(text::contains);
    }

    /** A secret as it is, and as it travels in a URL and in HTTP Basic. */
    private static Stream<String> forms(String secret) {
        return Stream.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** Every name and text in it, however deep. */
    private static Stream<Place> texts(String pointer, JsonNode node) {
        if (node.isString()) {
            return Stream.of(new Place(pointer, node.stringValue()));
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .flatMap(member -> Stream.concat(
                            Stream.of(new Place(pointer, member.getKey())),
                            texts(pointer + "/" + member.getKey(), member.getValue())));
        }
        return IntStream.range(0, node.size()).boxed().flatMap(i -> texts(pointer + "/" + i, node.get(i)));
    }

    /** Something that can be read, and where. */
    private record Place(String pointer, String text) {
        String shown() {
            return (pointer.isEmpty() ? "" : " in " + pointer) + ": " + Shown.text(text);
        }
    }
}
