package io.regcontract.check;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.contract.model.Erratum;
import io.regcontract.contract.model.ErratumEffect;
import io.regcontract.contract.text.ServiceText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer as it would read in the documentation's own words, once the errata that a profile accepts are applied:
 * {@code request_id} becomes {@code request_token}, and so on. Nothing is changed that no accepted erratum names.
 *
 * @param answer the translated answer; the answer itself when nothing was to be translated
 * @param applied the errata that changed something, by the checks they let relax
 */
public record ErratumTranslation(Answer answer, Map<String, Set<String>> applied) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Applies the errata, in their order. */
    public static ErratumTranslation of(Answer answer, Expectation expectation, List<Erratum> accepted) {
        var translated = answer;
        var applied = new LinkedHashMap<String, Set<String>>();
        for (var erratum : accepted) {
            var before = translated;
            var effects = erratum.effects().stream()
                    .filter(effect -> effect.concerns(
                            effect.check(), expectation.error().code().code(), expectation.operation()))
                    .toList();
            for (var effect : effects) {
                translated = apply(effect, translated, expectation);
            }
            if (translated != before) {
                effects.forEach(effect -> applied.computeIfAbsent(effect.check(), check -> new LinkedHashSet<>())
                        .add(erratum.id()));
            }
        }
        return new ErratumTranslation(translated, applied);
    }

    private static Answer apply(ErratumEffect effect, Answer answer, Expectation expectation) {
        if (effect.check().equals(HttpStatus.ID)) {
            return effect instanceof ErratumEffect.OtherValue other
                            && other.values().contains(Integer.toString(answer.status()))
                    ? Answer.of(expectation.status(), answer.headers(), bytes(answer.body()))
                    : answer;
        }
        if (!(answer.json() instanceof Body.Json json && json.root() instanceof ObjectNode object)) {
            return answer;
        }
        var member = effect.pointer().substring(1);
        var changed = object.deepCopy();
        if (effect instanceof ErratumEffect.OtherField other && object.has(other.field())) {
            changed.set(member, object.get(other.field()));
            changed.remove(other.field());
        } else if (effect instanceof ErratumEffect.OtherValue other
                && member.equals("error")
                && other.values().contains(object.path(member).asString(""))) {
            changed.put(member, expectation.error().name());
        } else {
            return answer;
        }
        return Answer.of(answer.status(), answer.headers(), bytes(JSON.writeValueAsString(changed)));
    }

    private static byte[] bytes(String text) {
        // Half a character stays one: it may be what is wrong with the answer.
        return ServiceText.encodableJson(text).getBytes(StandardCharsets.UTF_8);
    }
}
