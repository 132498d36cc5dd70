package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.credential.CredentialForm;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.flow.Flow;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.record.RecordRepository;
import java.net.URI;
import java.util.Set;

/** The arguments that every operation with a flow takes, and the flow that they name. */
final class FlowArguments {

    /** A version that only development tools may name. */
    private static final String HEAD = "HEAD";

    private static final Set<String> RESPONSE_TYPES = Set.of("token", "code", "code_and_token");

    private FlowArguments() {}

    /**
     * The declaration of an operation that a login client calls by its id alone, without further arguments. Programs
     * send the client's secret as well, or that of an owner client, in the header.
     */
    static OperationDeclaration.Builder declaration(String path) {
        return OperationDeclaration.writing(path, FeatureGroup.OAUTH)
                .takes(
                        Parameter.optional("client_id"),
                        Parameter.required("flow").orSetting("default_flow_name"),
                        Parameter.required("flow_version").orSetting("default_flow_version"),
                        Parameter.required("locale").orElse("en-US"))
                .onlyWith(CredentialForm.CLIENT_ID, CredentialForm.BASIC)
                .forFeatures(Feature.LOGIN_CLIENT)
                .orWithProof(Feature.OWNER)
                .fromEverywhere()
                .asForm();
    }

    static Parameter redirectUri() {
        return Parameter.required("redirect_uri");
    }

    /** The vendor's guide of 2016 and programs of today leave it out and get an access token. */
    static Parameter responseType() {
        return Parameter.optional("response_type").orElse("token");
    }

    /**
     * The flow that the arguments, or the settings in their place, name. 200 for a name, version or locale that it does
     * not have; 226 when it is the setting that names no flow.
     */
    static Flow flow(OperationCall call) {
        var arguments = call.arguments();
        var name = arguments.text("flow");
        var flow = call.application()
                .flow(name)
                .orElseThrow(() ->
                        arguments.field("flow").filter(text -> !text.isEmpty()).isPresent()
                                ? ArgumentRules.invalid("flow", "unknown flow")
                                : SimulatedErrorCode.FLOW_ERROR.because(
                                        "the setting default_flow_name names a flow that does not exist"));
        // The default version belongs to the default flow; another flow is bound only by a version that is asked for.
        var version = arguments.field("flow_version").filter(text -> !text.isEmpty());
        if (version.filter(text -> text.equals(HEAD)).isPresent()) {
            throw ArgumentRules.invalid("flow_version", "HEAD cannot be used here");
        }
        if (version.filter(text -> !text.equals(flow.version())).isPresent()) {
            throw ArgumentRules.invalid("flow_version", "unknown version of the flow");
        }
        if (!flow.locales().contains(arguments.text("locale"))) {
            throw ArgumentRules.invalid("locale", "the flow does not have this locale");
        }
        checkRedirectUri(call);
        if (arguments
                .find("response_type")
                .filter(type -> !RESPONSE_TYPES.contains(type))
                .isPresent()) {
            throw ArgumentRules.invalid("response_type", "must be token, code or code_and_token");
        }
        return flow;
    }

    /** The records that a flow is about. 226 when its entity type does not exist. */
    static RecordRepository records(OperationCall call, Flow flow) {
        return call.application()
                .entityTypes()
                .find(flow.entityType())
                .orElseThrow(
                        () -> FormSubmission.wrong(flow, "its entity type " + flow.entityType() + " does not exist"));
    }

    private static void checkRedirectUri(OperationCall call) {
        call.arguments().find("redirect_uri").ifPresent(text -> {
            try {
                if (URI.create(text).isAbsolute()) {
                    return;
                }
            } catch (IllegalArgumentException noUri) {
                // Said below, in the same words.
            }
            throw ArgumentRules.invalid("redirect_uri", "must be an absolute URI");
        });
    }
}
