package io.regcontract.cli.language;

import static io.regcontract.assertion.RegistrationAssertions.assertThat;

import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operation.Parameter;
import io.regcontract.contract.openapi.OpenApiDescription;
import io.regcontract.contract.openapi.OpenApiDialect;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.transport.ServiceClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that Prism makes of the OpenAPI description, called by the client of the suite and judged by its checks. */
@Tag("long")
class OpenApiMockTest {

    private static final Contract CONTRACT = Contract.load();

    @TempDir
    private Path directory;

    @Test
    void answersEverySuccessAndEveryCodeAsTheContractHasThem() throws Exception {
        var description = Files.writeString(
                directory.resolve("openapi.yaml"), OpenApiDescription.yaml(CONTRACT, OpenApiDialect.DOCUMENTED));
        try (var prism = Prism.mocking(description, directory)) {
            var client =
                    new ServiceClient(prism.address(), new Redactor(), Clock.systemUTC(), Duration.ofMinutes(1), 1);
            for (var operation : CONTRACT.operations()) {
                assertThat(answer(client, call(operation))).isSuccess();
            }
            for (var code : ErrorCode.values()) {
                var operation = operationThatGives(code);
                var call = call(operation).header("Prefer", "example=error" + code.code());
                assertThat(answer(client, call)).answeredBy(operation.path()).isDocumentedError(code);
            }
        }
    }

    private static Answer answer(ServiceClient client, Call call) {
        return client.send(call, Exchange.Role.DRIVE, exchange -> {}).answer();
    }

    private static Operation operationThatGives(ErrorCode code) {
        return CONTRACT.operations().all().stream()
                .filter(operation -> CONTRACT.operations().errorsOf(operation).stream()
                        .anyMatch(error -> error.code() == code.code()))
                .findFirst()
                .orElseThrow();
    }

    /** Prism asks for what is required and for values of the right type. */
    private static Call call(Operation operation) {
        var call = Call.to(operation.path(), new Credential.Basic("client", "secret"));
        for (var parameter : operation.alwaysRequired()) {
            call = call.with(parameter.name(), value(parameter));
        }
        return call;
    }

    private static String value(Parameter parameter) {
        return switch (parameter.type().kind()) {
            case INTEGER, SECONDS -> "1";
            case BOOLEAN -> "true";
            case UUID -> "9a8b7c6d-1234-4cde-8f01-23456789abcd";
            case CHOICE -> parameter.choices().get(0);
            default -> "any";
        };
    }
}
