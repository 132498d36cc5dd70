package io.regcontract.traffic.judge;

import io.regcontract.check.answer.Answer;
import io.regcontract.contract.model.ErratumEffect;
import io.regcontract.traffic.TrafficBody;
import io.regcontract.traffic.TrafficExchange;
import io.regcontract.traffic.TrafficVerdict.Kind;
import io.regcontract.traffic.answer.WholeAnswer;
import io.regcontract.traffic.redaction.FoundSecret;
import io.regcontract.traffic.request.ApiCall;
import io.regcontract.traffic.request.RequestCredentials;
import io.regcontract.traffic.request.RequestParameters;
import io.regcontract.traffic.scope.ApiScope;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The first step: what an exchange is, before anything is compared with other exchanges. */
final class Preparation {

    private static final String TOKEN = "request_token";
    private static final int HTTP_OK = 200;
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");

    private final JudgeTerms terms;
    private final List<String> otherTokenFields;

    Preparation(JudgeTerms terms) {
        this.terms = terms;
        this.otherTokenFields = terms.errata().stream()
                .flatMap(erratum -> erratum.effects().stream())
                .filter(effect -> effect.check().equals("token.unique"))
                .filter(ErratumEffect.OtherField.class::isInstance)
                .map(effect -> ((ErratumEffect.OtherField) effect).field())
                .toList();
    }

    JudgedExchange prepare(TrafficExchange exchange) {
        var judged = new JudgedExchange(exchange);
        var place = terms.scope().placeOf(exchange.url());
        if (place instanceof ApiScope.Place.Foreign foreign) {
            judged.foreign = Optional.of(foreign);
            return judged;
        }
        // A browser asks first whether it may ask; the operation is not called.
        if (exchange.method().equals("OPTIONS")) {
            return judged;
        }
        if (!(place instanceof ApiScope.Place.AtOperation at)) {
            return judged.unjudged("the contract has no operation at this path");
        }
        judged.call = Optional.of(new ApiCall(
                at.operation(),
                at.address(),
                RequestParameters.of(exchange, at.address()),
                RequestCredentials.of(exchange)));
        judged.secrets = FoundSecret.in(judged.call.get());
        if (!METHOD.matcher(exchange.method()).matches()) {
            return judged.unjudged("the request has no method of HTTP");
        }
        if (exchange.response().isEmpty()) {
            return judged.unjudged("no answer was recorded");
        }
        return answered(judged, at, exchange.response().get());
    }

    private JudgedExchange answered(
            JudgedExchange judged, ApiScope.Place.AtOperation at, TrafficExchange.Response response) {
        if (response.body().flaw() == TrafficBody.Flaw.TOO_LARGE
                || response.body().flaw() == TrafficBody.Flaw.UNREADABLE) {
            return judged.unjudged(flaw(response.body()));
        }
        if (response.status() == HTTP_OK
                && !ErrorPart.mayBeAmongResultsOf(at.operation())
                && !judged.exchange.method().equals("HEAD")) {
            var secrets = SuccessScan.secretsOfSuccess(response.body().bytes());
            if (secrets.isPresent()) {
                judged.secrets.addAll(secrets.get());
                return succeeded(judged, at);
            }
        }
        var whole = WholeAnswer.of(response);
        if (whole.isEmpty()) {
            return judged.unjudged(flaw(response.body()));
        }
        var answer = whole.get();
        var method = judged.exchange.method();
        // What the operation says with the status of a redirect, it says all the same.
        if ((response.status() < 200 || response.status() / 100 == 3 || method.equals("HEAD"))
                && !answer.isError()
                && answer.text("stat").isEmpty()) {
            return judged.unjudged("the answer is none of the operation: HTTP " + response.status()
                    + (method.equals("HEAD") ? " to HEAD" : ""));
        }
        judged.answer = Optional.of(answer);
        judged.secrets = FoundSecret.in(judged.call.orElseThrow(), answer);
        if (answer.isSuccess()) {
            var parts = ErrorPart.amongResults(terms, at.operation(), answer);
            judged.hasMoreErrors = parts.size() > ErrorPart.MOST_AMONG_RESULTS;
            judged.parts = judged.hasMoreErrors ? parts.subList(0, ErrorPart.MOST_AMONG_RESULTS) : parts;
            return succeeded(judged, at);
        }
        judged.kind = Kind.WITNESSED;
        judged.parts = List.of(ErrorPart.whole(terms, at.operation(), answer));
        judged.token = token(answer);
        return judged;
    }

    private static JudgedExchange succeeded(JudgedExchange judged, ApiScope.Place.AtOperation at) {
        judged.kind = Kind.SUCCESS;
        judged.broken = RequestRule.brokenBy(
                at.operation(),
                judged.call.orElseThrow().parameters(),
                judged.call.orElseThrow().credentials());
        return judged;
    }

    private static String flaw(TrafficBody body) {
        return switch (body.flaw()) {
            case TOO_LARGE -> "the body of the answer is larger than what is judged";
            case UNREADABLE -> "the body of the answer cannot be decoded";
            case CUT_OFF, NONE -> "the body of the answer was not recorded, or not all of it";
        };
    }

    /** As an accepted erratum finds it. */
    private Optional<String> token(Answer answer) {
        return otherTokenFields.stream()
                .flatMap(field -> answer.text(field).stream())
                .findFirst()
                .or(() -> answer.text(TOKEN));
    }
}
