package io.regcontract.simulator.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.FullLength;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    @Test
    @Tag("sized")
    void neverRepeatsAToken() {
        var identifiers = new Identifiers(new SecureRandom());
        int many = FullLength.orElse(1_000_000, 100_000);
        var tokens = new HashSet<String>(2 * many);
        for (int i = 0; i < many; i++) {
            tokens.add(identifiers.token(16));
        }
        assertThat(tokens).hasSize(many);
    }

    @Test
    void favoursNoSign() {
        var text = new Identifiers(new Random(7)).token(310_000);
        var counts = text.chars()
                .boxed()
                .collect(Collectors.groupingBy(sign -> (char) sign.intValue(), Collectors.counting()));
        assertThat(counts.keySet())
                .containsExactlyInAnyOrderElementsOf("23456789abcdefghjkmnpqrstuvwxyz"
                        .chars()
                        .mapToObj(sign -> (char) sign)
                        .toList());
        assertThat(counts.values()).allMatch(count -> count > 9_500 && count < 10_500);
    }

    @Test
    void makesUuidsOfVersionFour() {
        var uuid = UUID.fromString(new Identifiers(new Random(7)).uuid());
        assertThat(uuid.version()).isEqualTo(4);
        assertThat(uuid.variant()).isEqualTo(2);
    }
}
