package io.regcontract.facade.pipeline;

import io.regcontract.facade.Fault;
import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.http.ApiRequest;
import io.regcontract.facade.http.JsonReply;
import io.regcontract.facade.store.Application;
import io.regcontract.facade.store.Applications;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Answers calls of the API. What is judged before an operation, in this order: host and application, maintenance, quota,
 * who calls, and whether that may be.
 */
public final class Api {

    private final Routing routing;
    private final Map<String, Operation> operations;
    private final Set<Fault> faults;
    private final ErrorWriter errors;
    private final ApiLog log;

    /** The API of these applications with these operations. */
    public Api(Applications applications, List<Operation> operations, Set<Fault> faults, ApiLog log) {
        this.routing = new Routing(applications);
        this.operations = operations.stream().collect(Collectors.toMap(Operation::path, Function.identity()));
        this.faults = faults;
        this.errors = new ErrorWriter(faults);
        this.log = log;
    }

    /** Answers a call; empty where there is no such operation. */
    public Optional<JsonReply> answer(ApiRequest request) {
        return Optional.ofNullable(operations.get(request.path())).map(operation -> answer(operation, request));
    }

    private JsonReply answer(Operation operation, ApiRequest request) {
        var parameters = parameters(operation, request);
        try {
            var application = routing.application(request, parameters);
            synchronized (application) {
                return new JsonReply(200, performed(operation, request, parameters, application));
            }
        } catch (Refusal refusal) {
            return refused(operation, request, parameters, refusal);
        }
    }

    private JsonNode performed(
            Operation operation, ApiRequest request, Map<String, String> parameters, Application application) {
        if (application.isOff(operation.group())) {
            throw ApiError.API_FEATURE_DISABLED.because("off for maintenance, please try again later");
        }
        if (!application.takeCall()) {
            throw ApiError.API_LIMIT_ERROR.because("too many calls");
        }
        var caller = new CallerCheck(application, operation, request, parameters).check();
        return operation
                .perform(new Call(application, caller.client(), caller.token(), new Arguments(parameters), faults))
                .put("stat", "ok");
    }

    /** Forms of people must be in the body, since addresses are logged by whoever passes them on. */
    private static Map<String, String> parameters(Operation operation, ApiRequest request) {
        if (operation.credentials() == Credentials.CLIENT_ID) {
            return request.form();
        }
        Map<String, String> parameters = new LinkedHashMap<>(request.query());
        parameters.putAll(request.form());
        return parameters;
    }

    private JsonReply refused(
            Operation operation, ApiRequest request, Map<String, String> parameters, Refusal refusal) {
        var answer = errors.write(operation.path(), refusal);
        var entry = JsonNodeFactory.instance
                .objectNode()
                .put("requestToken", answer.path("request_token").asString(""))
                .put("operation", operation.path())
                .put("clientId", routing.clientId(request, parameters).orElse(null))
                .put("code", answer.path("code").intValue())
                .put("error", answer.path("error").asString(""))
                .put("time", Instant.now().toString())
                .put("httpStatus", 200)
                .put("host", request.header("host").orElse(""));
        log.add(answer.path("request_token").asString(""), entry);
        return new JsonReply(200, answer);
    }
}
