package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.TrafficCatalogue.Pair;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrafficCatalogueTest {

    private static final Contract CONTRACT = Contract.load();
    private static final TrafficCatalogue CATALOGUE = TrafficCatalogue.of(CONTRACT);

    @Test
    void hasEveryDocumentedCodeWithEachOperationThatItCanComeFrom() {
        var expected = new HashSet<String>();
        for (var operation : CONTRACT.operations()) {
            CONTRACT.operations().errorsOf(operation).stream()
                    .filter(error -> CONTRACT.find(error.code()).isPresent())
                    .forEach(error -> expected.add(error.code() + " " + operation.path()));
        }
        CATALOGUE.codesOf("/entity.create").forEach(code -> expected.add(code + " /entity.bulkCreate"));

        var pairs = CATALOGUE.ids().stream()
                .map(id -> CATALOGUE.find(id).orElseThrow())
                .map(pair -> pair.code() + " " + pair.operation())
                .collect(Collectors.toSet());

        assertThat(pairs).isEqualTo(expected);
        assertThat(CATALOGUE.ids()).hasSameSizeAs(expected);
    }

    @Test
    void namesAPairAsRequirementsAreNamed() {
        assertThat(CATALOGUE.pair(361, "/entity.create")).map(Pair::id).hasValue("REG-361.entity-create.traffic");
        assertThat(CATALOGUE.pair(480, "/entityType.addAttribute"))
                .map(Pair::id)
                .hasValue("REG-480.entity-type-add-attribute.traffic");
    }

    @Test
    void tellsTwoSpellingsOfAPathApart() {
        assertThat(CATALOGUE.pair(402, "/access/getAccessToken"))
                .map(Pair::id)
                .isNotEmpty()
                .isNotEqualTo(CATALOGUE.pair(402, "/access/get_access_token").map(Pair::id));
    }

    @Test
    void knowsWhatAnOperationCanGiveAndWhatNot() {
        var possible = CATALOGUE.pair(361, "/entity.create").orElseThrow();
        var odd = CATALOGUE.pair(361, "/clients/list").orElseThrow();

        assertThat(CATALOGUE.knows(possible)).isTrue();
        assertThat(CATALOGUE.knows(odd)).isFalse();
        assertThat(CATALOGUE.find(odd.id())).hasValue(odd);
        assertThat(odd.condition()).isNotEmpty();
    }

    /** What is wrong with one of several records is an error among the results. */
    @Test
    void knowsOfSeveralRecordsWhatCanBeWrongWithOne() {
        assertThat(CATALOGUE.codesOf("/entity.create")).contains(223, 361, 362);
        assertThat(CATALOGUE.codesOf("/entity.bulkCreate")).containsAll(CATALOGUE.codesOf("/entity.create"));
        assertThat(CATALOGUE.codesOf("/clients/list")).doesNotContain(223);
        assertThat(CATALOGUE.codesOf("/entity.craete")).isEmpty();
    }

    @Test
    void hasNoPairOfWhatTheContractDoesNotKnow() {
        assertThat(CATALOGUE.pair(365, "/entity.create")).isEmpty();
        assertThat(CATALOGUE.pair(361, "/entity.craete")).isEmpty();
        assertThat(CATALOGUE.find("REG-361.entity-create.duplicate-value")).isEmpty();
    }
}
