package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.application.Mail;
import io.regcontract.simulator.flow.Flow;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.schema.AttributeType;
import java.time.Duration;
import java.util.Optional;

/** Messages with a code in them. They go no further than the application's outbox. */
final class MailSender {

    static final String VERIFIED = "emailVerified";
    /** No source names the lifetimes of codes in messages; these are ours. */
    private static final Duration RECOVERY_LIFETIME = Duration.ofHours(1);

    private static final Duration VERIFICATION_LIFETIME = Duration.ofDays(1);

    private MailSender() {}

    /** A code that the same client can exchange, so that a new password can be set. */
    static void recovery(OperationCall call, SelectedRecord account, String address) {
        var client = call.client().id();
        var tokens = call.application().tokens();
        var lifetime = call.application().settings().effectiveNumber(client, "recover_code_lifetime");
        var code = tokens.issueAuthorizationCode(
                tokens.grant(client, account.key()),
                call.arguments().find("redirect_uri"),
                Optional.empty(),
                lifetime.isPresent() ? Duration.ofSeconds(lifetime.getAsLong()) : RECOVERY_LIFETIME);
        send(call, address, "password-recovery", code.value(), "password_recover_url", "code");
    }

    /** A code that proves whose address it is. 226 when the type has nothing to note that in. */
    static void verification(OperationCall call, Flow flow, SelectedRecord account, String address) {
        var type = account.book().type();
        if (type.definition(VERIFIED)
                .filter(definition -> definition.type() == AttributeType.DATE_TIME)
                .isEmpty()) {
            throw FormSubmission.wrong(flow, "entity type " + type.name() + " has no dateTime attribute /" + VERIFIED);
        }
        var code =
                call.application().tokens().issueVerificationCode(account.key(), "/" + VERIFIED, VERIFICATION_LIFETIME);
        send(call, address, "email-verification", code.value(), "verify_email_url", "verification_code");
    }

    private static void send(
            OperationCall call, String to, String kind, String code, String setting, String parameter) {
        var link = call.application()
                .settings()
                .effective(call.client().id(), setting)
                .map(address -> address + (address.contains("?") ? "&" : "?") + parameter + "=" + code)
                .orElse("");
        call.application().outbox().send(new Mail(to, kind, code, link, call.now()));
    }
}
