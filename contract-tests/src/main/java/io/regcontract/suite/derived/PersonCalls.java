package io.regcontract.suite.derived;

import io.regcontract.environment.Capability;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.signing.RequestSigner;
import io.regcontract.suite.state.SetUpException;
import io.regcontract.suite.tenant.Calls;
import io.regcontract.suite.tenant.SocialSignIn;
import io.regcontract.suite.tenant.Tenant;
import java.util.List;
import java.util.function.Function;

/** How people sign in, register and change their accounts, and how codes and tokens are used: calls that succeed. */
final class PersonCalls {

    private final PrototypeCalls prototypes;

    private PersonCalls(PrototypeCalls prototypes) {
        this.prototypes = prototypes;
    }

    static void describe(PrototypeCalls prototypes) {
        var calls = new PersonCalls(prototypes);
        calls.codes();
        calls.traditional();
        calls.social();
        calls.refresh();
        calls.byToken();
    }

    private void codes() {
        for (var spelling : List.of("/access/useVerificationCode", "/access/use_verification_code")) {
            prototypes.add(
                    spelling,
                    tenant -> Calls.verify(
                            spelling,
                            tenant.tokens()
                                    .verificationCode(tenant.accounts().create().entity(), "emailVerified", 600)));
        }
        Function<Tenant, Call> byCode = tenant -> Calls.exchange(
                tenant,
                tenant.tokens().authorizationCode(tenant.accounts().create().entity(), Calls.REDIRECT));
        prototypes.add("/oauth/token", byCode);
        prototypes.add("/oauth/token", "code", byCode);
        prototypes.add("/oauth/token", "redirect_uri", byCode);
        prototypes.add("/oauth/token", "refresh_token", tenant -> tenant.owner()
                .call("/oauth/token")
                .with("grant_type", "refresh_token")
                .with(
                        "refresh_token",
                        tenant.perform(byCode.apply(tenant))
                                .path("refresh_token")
                                .asString("")));
    }

    private void traditional() {
        mergeable(
                "/oauth/auth_native_traditional",
                tenant -> Calls.logIn(
                        tenant, tenant.flows().signIn(), tenant.accounts().create()));
        prototypes.add(
                "/oauth/register_native_traditional",
                tenant -> Calls.register(
                        tenant,
                        tenant.accounts().newEmailAddress(),
                        tenant.accounts().newPassword()));
        prototypes.add(
                "/oauth/forgot_password_native",
                tenant -> Calls.forgot(
                        tenant,
                        tenant.flows().signIn(),
                        tenant.accounts().create().email()));
        prototypes.add(
                "/oauth/verify_email_native",
                tenant -> Calls.resend(tenant, tenant.accounts().create().email()));
        prototypes.add("/oauth/update_profile_native", tenant -> {
            var token = tenant.perform(Calls.logIn(
                    tenant, tenant.flows().signIn(), tenant.accounts().create()));
            return Calls.changePassword(
                    tenant,
                    token.path("access_token").asString(),
                    tenant.accounts().newPassword());
        });
    }

    /** A log-in that may carry the token of another sign-in: right without a token, wrong with a wrong one. */
    private void mergeable(String operation, Function<Tenant, Call> call) {
        prototypes.add(operation, call);
        prototypes.add(operation, "merge_token", call);
    }

    private void social() {
        mergeable("/oauth/auth_native", tenant -> {
            var identity = tenant.uniqueName("id");
            tenant.accounts().createSocial(identity);
            return Calls.socialLogIn(tenant, tenant.accounts().socialSignIn(identity));
        });
        prototypes.add("/oauth/register_native", tenant -> {
            var person = tenant.accounts().socialSignIn();
            present(tenant, person);
            return Calls.socialRegistration(tenant, person);
        });
        prototypes.add("/oauth/link_account_native", tenant -> {
            var bearer = linking(tenant);
            return bearer.with(bearer.token(tenant));
        });
        prototypes.add("/oauth/unlink_account_native", tenant -> {
            var bearer = unlinking(tenant);
            return bearer.with(bearer.token(tenant));
        });
        for (var operation : List.of("/oauth/auth_native", "/oauth/register_native", "/oauth/link_account_native")) {
            prototypes.need(operation, Capability.SOCIAL_SIGN_IN);
        }
    }

    /** The service expects a log-in that finds no account before a registration. */
    private static void present(Tenant tenant, SocialSignIn unknownPerson) {
        if (tenant.send(Calls.socialLogIn(tenant, unknownPerson)).answer().isSuccess()) {
            throw new SetUpException("somebody nobody knows was signed in by way of a social provider");
        }
    }

    private void refresh() {
        prototypes.add("/oauth/refresh_access_token", (tenant, client) -> {
            var account = tenant.accounts().create();
            var byId = new Credential.ClientIdOnly(client.id());
            var secret = tenant.secret("REFRESH_SECRET", tenant.uniqueName("refresh-secret"));
            var token = tenant.perform(Calls.logIn(tenant, tenant.flows().signIn(), account)
                            .as(byId)
                            .with("refresh_secret", secret))
                    .path("access_token")
                    .asString("");
            // The service's own time, to the second: a clock that travels, or goes wrong, takes the signature along.
            var date = tenant.types()
                    .value(account.entity(), "created")
                    .asString("")
                    .replaceFirst("[.].*| [+].*", "");
            return Call.to("/oauth/refresh_access_token", byId)
                    .with("access_token", token)
                    .with("date", date)
                    .with(
                            "signature",
                            RequestSigner.signature("refresh_access_token\n" + date + "\n" + token + "\n", secret));
        });
    }

    /** The operations that change the account of an access token's person. */
    private void byToken() {
        prototypes.addByToken(
                "/oauth/update_profile_native",
                tenant -> new BearerCall(
                        tenant.accounts().create().entity(),
                        Calls.changePassword(tenant, "", tenant.accounts().newPassword())
                                .without("access_token")));
        prototypes.addByToken("/oauth/link_account_native", PersonCalls::linking);
        prototypes.addByToken("/oauth/unlink_account_native", PersonCalls::unlinking);
    }

    private static BearerCall linking(Tenant tenant) {
        return new BearerCall(
                tenant.accounts().create().entity(),
                Calls.flow(tenant, "/oauth/link_account_native", tenant.flows().signIn())
                        .with("redirect_uri", Calls.REDIRECT)
                        .with("token", tenant.accounts().socialSignIn().token()));
    }

    private static BearerCall unlinking(Tenant tenant) {
        var identity = tenant.uniqueName("id");
        return new BearerCall(
                tenant.accounts().createSocial(identity).entity(),
                Calls.flow(
                                tenant,
                                "/oauth/unlink_account_native",
                                tenant.flows().signIn())
                        .with("identifier_to_remove", SocialSignIn.identifier(identity)));
    }
}
