package io.regcontract.traffic.judge;

import io.regcontract.contract.Contract;
import io.regcontract.contract.TrafficCatalogue;
import io.regcontract.contract.model.Erratum;
import io.regcontract.contract.model.Reading;
import io.regcontract.traffic.scope.ApiScope;
import java.util.Collection;
import java.util.List;

/**
 * What traffic is held against.
 *
 * @param contract the contract
 * @param catalogue the codes with the operations that they can come from
 * @param errata what is accepted of the service beyond the letter of the documentation
 * @param readings whose alternatives are accepted
 * @param scope what belongs to the API
 */
public record JudgeTerms(
        Contract contract, TrafficCatalogue catalogue, List<Erratum> errata, List<Reading> readings, ApiScope scope) {

    public JudgeTerms {
        errata = List.copyOf(errata);
        readings = List.copyOf(readings);
    }

    /**
     * Terms from the ids of errata and readings.
     *
     * @param accepted ids such as {@code E-02} and {@code R-bad-value}; others are left out
     */
    public static JudgeTerms of(Contract contract, Collection<String> accepted, ApiScope scope) {
        return new JudgeTerms(
                contract,
                TrafficCatalogue.of(contract),
                contract.errata().stream()
                        .filter(erratum -> accepted.contains(erratum.id()))
                        .toList(),
                contract.readings().stream()
                        .filter(reading -> accepted.contains(reading.id()))
                        .toList(),
                scope);
    }
}
