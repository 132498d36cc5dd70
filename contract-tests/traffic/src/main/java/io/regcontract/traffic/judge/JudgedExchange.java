package io.regcontract.traffic.judge;

import io.regcontract.check.answer.Answer;
import io.regcontract.traffic.TrafficExchange;
import io.regcontract.traffic.TrafficVerdict;
import io.regcontract.traffic.redaction.FoundSecret;
import io.regcontract.traffic.request.ApiCall;
import io.regcontract.traffic.scope.ApiScope;
import java.util.List;
import java.util.Optional;

/**
 * An exchange on its way through the judge. Each step adds to it; it is used by one thread at a time.
 */
final class JudgedExchange {

    final TrafficExchange exchange;
    TrafficVerdict.Kind kind = TrafficVerdict.Kind.FOREIGN;
    String unjudged = "";
    Optional<ApiScope.Place.Foreign> foreign = Optional.empty();
    Optional<ApiCall> call = Optional.empty();
    Optional<Answer> answer = Optional.empty();
    Optional<String> token = Optional.empty();
    Optional<String> seenBefore = Optional.empty();
    List<FoundSecret> secrets = List.of();
    boolean hasMoreErrors;
    List<ErrorPart> parts = List.of();
    List<ExaminedPart> examined = List.of();
    List<RequestRule.Broken> broken = List.of();

    JudgedExchange(TrafficExchange exchange) {
        this.exchange = exchange;
    }

    JudgedExchange unjudged(String reason) {
        kind = TrafficVerdict.Kind.UNJUDGED;
        unjudged = reason;
        parts = List.of();
        return this;
    }
}
