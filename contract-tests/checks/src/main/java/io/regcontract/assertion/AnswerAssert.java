package io.regcontract.assertion;

import io.regcontract.check.FailureTable;
import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.text.ServiceText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about one answer of the Registration APIs. To the letter of the documentation, unless it is said what
 * else is accepted: {@code assertThat(answer).inDialect(OBSERVED).isDocumentedError(UNIQUE_VIOLATION)}.
 */
public final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {

    private static final Contract CONTRACT = Contract.load();

    private AssertionContext terms = AssertionContext.LETTER;
    private Dialect dialect = Dialect.DOCUMENTED;

    AnswerAssert(Answer actual) {
        super(actual, AnswerAssert.class);
    }

    /**
     * The service speaks like this. {@link Dialect#OBSERVED} beside a real service, and beside a simulator that was
     * started with {@code --dialect observed}.
     */
    public AnswerAssert inDialect(Dialect spoken) {
        dialect = spoken;
        return accepting(spoken.accepted());
    }

    /**
     * Accepts errata and readings of the contract by their ids, as a profile does, beside those of the dialect.
     *
     * @throws IllegalArgumentException when the contract has none of an id
     */
    public AnswerAssert accepting(String... ids) {
        return accepting(List.of(ids));
    }

    private AnswerAssert accepting(List<String> ids) {
        terms = terms.accepting(ids);
        return myself;
    }

    /**
     * The operation that answered. Some errata and readings hold for one operation alone: {@code /oauth/token} speaks
     * OAuth in the observed dialect.
     *
     * @param path with its leading slash
     * @throws IllegalArgumentException when the contract knows no such operation
     */
    public AnswerAssert answeredBy(String path) {
        terms = terms.answeredBy(path);
        return myself;
    }

    /**
     * The error stands among the results of a success, as in an answer of {@code /entity.bulkCreate}.
     *
     * @param pointer JSON pointer of the error object, such as {@code /results/0}
     */
    public AnswerAssert at(String pointer) {
        terms = terms.at(pointer);
        return myself;
    }

    /**
     * Every promise of the documented error holds: status, content type, strict JSON, envelope, schema, code, name,
     * description and request token. All that is broken is reported at once.
     */
    public AnswerAssert isDocumentedError(ErrorCode code) {
        return isDocumentedError(code, Map.of());
    }

    /** As {@link #isDocumentedError(ErrorCode)}, with extra fields the answer must carry, by name and value. */
    public AnswerAssert isDocumentedError(ErrorCode code, Map<String, String> fields) {
        isNotNull();
        var broken = terms.broken(actual, code, fields);
        if (!broken.isEmpty()) {
            failWithMessage(
                    "expected %s%n%s%nin %s%s",
                    code.code() + " " + CONTRACT.error(code).name() + inWhichDialect(),
                    FailureTable.inColumns(broken),
                    ServiceText.bounded(actual.toString()),
                    terms.missing(actual, code, fields)
                            .map(hint -> System.lineSeparator() + hint)
                            .orElse(""));
        }
        return this;
    }

    private String inWhichDialect() {
        return dialect == Dialect.DOCUMENTED ? "" : " in the " + dialect.name().toLowerCase(Locale.ROOT) + " dialect";
    }

    /** The operation succeeded, as {@link Answer#isSuccess()} has it. */
    public AnswerAssert isSuccess() {
        isNotNull();
        if (!actual.isSuccess()) {
            failWithMessage("expected a success%nbut was %s", ServiceText.bounded(actual.toString()));
        }
        return this;
    }
}
