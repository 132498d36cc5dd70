package io.regcontract.suite.sabotage;

import static io.regcontract.suite.sabotage.FailingAnswer.TOKEN;
import static io.regcontract.suite.sabotage.SabotageBuilder.sabotage;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.node.JsonNodeFactory;

/** The answer is complete, but belongs to another call. */
final class AnswerSabotages {

    private AnswerSabotages() {}

    static List<Sabotage> all() {
        return List.of(
                sabotage("success-instead", "The call succeeds where it must fail.")
                        .foundBy("answer.failure")
                        .as(failure -> failure.reply().text("{\"stat\":\"ok\",\"result\":{}}")),
                sabotage("success-with-token", "The call succeeds, and has a request token all the same.")
                        .foundBy("answer.failure")
                        .as(failure -> failure.reply()
                                .text("{\"stat\":\"ok\",\"" + TOKEN + "\":\"" + failure.text(TOKEN) + "\"}")),
                sabotage("success-empty", "The answer is an empty object.")
                        .foundBy("answer.failure")
                        .as(failure -> failure.reply().text("{}")),
                sabotage("element-success", "The error among the results of a success is a result like the others.")
                        .foundBy("element.present")
                        .as(failure -> failure.replaced(
                                JsonNodeFactory.instance.objectNode().put("id", 7))),
                sabotage("element-null", "Nothing stands where the error among the results of a success should be.")
                        .foundBy("element.present")
                        .as(failure -> failure.replaced(JsonNodeFactory.instance.nullNode())),
                sabotage("answer-of-another", "The answer is one that an earlier call got, with another error.")
                        .foundBy("body.code")
                        .andBy("body.error", "body.fields", "body.literal", "body.schema", "token.unique")
                        .within((failure, context) -> lastOf(
                                        context.earlier(), given -> wrong(given.reply(), failure, context))
                                .map(given -> given.reply())),
                sabotage("answer-stale", "A cache answers with what the operation answered before.")
                        .foundBy("token.unique")
                        .andBy("body.code", "body.error", "body.fields", "body.literal", "body.schema")
                        .within((failure, context) -> lastOf(context.earlier(), given -> given.operation()
                                        .equals(context.operation()))
                                .map(given -> given.reply().header("Age", "3600"))),
                sabotage("answer-crossed", "Somebody else's answer arrives: the same error, of another operation.")
                        .foundBy("token.logged")
                        .andBy("body.fields", "body.literal")
                        .within((failure, context) -> lastOf(
                                        context.elsewhere(),
                                        given -> !otherCode(given.reply(), failure, context)
                                                && !given.operation().equals(context.operation()))
                                .map(given -> given.reply())));
    }

    private static Optional<SabotageContext.Given> lastOf(
            List<SabotageContext.Given> given, Predicate<SabotageContext.Given> wanted) {
        return given.stream().filter(wanted).reduce((earlier, later) -> later);
    }

    /** Whether no condition that holds can lead to this answer. */
    private static boolean wrong(RawResponse reply, FailingAnswer failure, SabotageContext context) {
        return otherCode(reply, failure, context)
                && FailingAnswer.in(reply, context.contract())
                        .filter(other -> context.right().contains(other.error().code()))
                        .isEmpty();
    }

    private static boolean otherCode(RawResponse reply, FailingAnswer failure, SabotageContext context) {
        return FailingAnswer.in(reply, context.contract())
                .filter(other -> other.code() == failure.code())
                .isEmpty();
    }
}
