package io.regcontract.traffic.proxy.cli;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.traffic.TrafficExchange;
import io.regcontract.traffic.TrafficVerdict;
import io.regcontract.traffic.TrafficVerdict.Kind;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** What a console says of an answer that failed. */
final class VerdictLine {

    private final Contract contract;

    VerdictLine(Contract contract) {
        this.contract = contract;
    }

    /** A line, or nothing where the answer is no failure of the API. */
    Optional<String> of(TrafficExchange exchange, TrafficVerdict verdict) {
        if (verdict.kind() != Kind.WITNESSED && verdict.kind() != Kind.CONTRADICTED) {
            return Optional.empty();
        }
        var at = exchange.at()
                .map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString().substring(11))
                .orElse("");
        var line = String.format(
                Locale.ROOT,
                "%s  %-12s  %-38s  %s  (%s)",
                at,
                verdict.kind().name().toLowerCase(Locale.ROOT),
                code(verdict),
                verdict.operation().orElse(""),
                exchange.place());
        return Optional.of(ServiceText.onOneLine(
                verdict.findings().isEmpty() ? line : line + "  " + String.join("; ", verdict.findings())));
    }

    private String code(TrafficVerdict verdict) {
        if (verdict.code().isEmpty()) {
            return "no code";
        }
        var number = verdict.code().getAsInt();
        return number
                + ErrorCode.of(number)
                        .map(code -> " " + contract.error(code).name())
                        .orElse(" (not documented)");
    }
}
