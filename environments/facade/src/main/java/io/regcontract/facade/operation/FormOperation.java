package io.regcontract.facade.operation;

import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.pipeline.Call;
import io.regcontract.facade.pipeline.Credentials;
import io.regcontract.facade.pipeline.Operation;
import io.regcontract.facade.store.EntityRecord;
import io.regcontract.facade.store.IssuedTokens;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a person does with a form of a flow, through a client that signs people in. */
abstract class FormOperation implements Operation {

    private static final String RESPONSE = "response_type";
    private static final Set<String> RESPONSES = Set.of("token", "code", "code_and_token");

    private final String path;

    FormOperation(String path) {
        this.path = path;
    }

    @Override
    public final String path() {
        return path;
    }

    @Override
    public final String group() {
        return "oauth";
    }

    @Override
    public final Credentials credentials() {
        return Credentials.CLIENT_ID;
    }

    @Override
    public final Set<String> features() {
        return Set.of("login_client");
    }

    @Override
    public final ObjectNode perform(Call call) {
        Flow.requireArguments(call);
        judgeArguments(call);
        var flow = Flow.of(call);
        var form = flow.form(call.arguments().required("form"));
        return perform(call, flow, form, form.filledIn(call.arguments()));
    }

    /** @throws Refusal when an argument of this operation is wrong */
    void judgeArguments(Call call) {
        // None of its own.
    }

    /** Does it with what was filled in. */
    abstract ObjectNode perform(Call call, Flow flow, Form form, Map<String, String> filledIn);

    /** @throws Refusal when it asks for what cannot be answered */
    static void judgeResponseType(Call call) {
        if (call.arguments()
                .text(RESPONSE)
                .filter(asked -> !RESPONSES.contains(asked))
                .isPresent()) {
            throw Refusal.invalid(RESPONSE, "it must be token, code or code_and_token");
        }
    }

    /** The answer to a person who is signed in now. */
    static ObjectNode signedIn(Call call, Flow flow, EntityRecord person, boolean isNew) {
        var response = call.arguments().text(RESPONSE).orElse("token");
        var client = call.client().orElseThrow().id();
        var type = flow.people().name();
        var tokens = call.application().tokens();
        var answer = JsonNodeFactory.instance.objectNode();
        var user = person.all();
        user.remove("password");
        answer.set("capture_user", user);
        answer.put("is_new", isNew);
        if (!response.equals("code")) {
            answer.put("access_token", tokens.accessToken(client, type, person, call.now()));
        }
        if (!response.equals("token")) {
            answer.put(
                    "authorization_code",
                    tokens.authorizationCode(
                            client,
                            type,
                            person,
                            call.arguments().required("redirect_uri"),
                            call.now().plus(IssuedTokens.AUTHORIZATION_CODE)));
        }
        return answer;
    }
}
