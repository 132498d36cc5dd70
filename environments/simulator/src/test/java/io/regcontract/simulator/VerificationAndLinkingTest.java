package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vendor's guides say of addresses that are verified, and of identities that another account has. */
class VerificationAndLinkingTest {

    private final SimulatorFixture world = new SimulatorFixture();

    @BeforeEach
    void createAccounts() {
        world.record("user", "{'email':'ada@example.com','password':'right-one'}");
        world.record("user", "{'email':'eve@example.com','password':'right-one','emailVerified':'2026-01-01'}");
        world.record("user", "{'email':'bo@example.com','profiles':[{'domain':'g','identifier':'taken'}]}");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "telling"})
    void sendsNoCodeForAnAddressThatNobodyHas(String flow) {
        var body = resend(flow, "nobody@example.com").fails(210, "invalid_credentials");
        assertThat(body.has("invalid_fields")).isFalse();
        resend(flow, "ada@example.com").succeeds();
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "telling"})
    void sendsNoCodeForAnAddressThatIsVerified(String flow) {
        assertThat(resend(flow, "eve@example.com")
                        .fails(540, "triggered_error")
                        .path("message")
                        .stringValue())
                .isNotBlank();
        resend(flow, "ada@example.com").succeeds();
        var mails = world.control("GET", "/applications/shop/mails", "").path("mails");
        assertThat(mails).hasSize(1);
        world.anyone(
                        "/access/useVerificationCode",
                        "verification_code",
                        mails.path(0).path("code").stringValue())
                .succeeds();
        resend(flow, "ada@example.com").fails(540, "triggered_error");
    }

    /** It is the flow that says so: one without the trigger sends a code all the same. */
    @Test
    void sendsACodeToAVerifiedAddressWhereTheFlowDoesNotMind() {
        var flow =
                (tools.jackson.databind.node.ObjectNode) world.control("GET", "/applications/shop/flows/standard", "");
        flow.putArray("triggers");
        world.control("PUT", "/applications/shop/flows/standard", flow.toString());
        resend("standard", "eve@example.com").succeeds();
        flow.putArray("triggers")
                .addObject()
                .put("on", "auth_native_traditional")
                .put("when", "verified")
                .put("message", "verified people stay out");
        world.control("PUT", "/applications/shop/flows/standard", flow.toString());
        logIn("eve@example.com").fails(540, "triggered_error");
        logIn("ada@example.com").succeeds();
    }

    @ParameterizedTest
    @CsvSource({"/oauth/link_account_native,token", "/oauth/auth_native_traditional,merge_token"})
    void linksNoIdentityThatAnotherAccountHas(String path, String argument) {
        var token = logIn("ada@example.com").succeeds().path("access_token").stringValue();
        link(path, argument, token, identity("taken")).failsAt(361, "unique_violation", "/profiles/identifier");
        link(path, argument, token, identity("free")).succeeds();
        link(path, argument, token, identity("free")).succeeds();
    }

    @Test
    void registersNoIdentityThatAnotherAccountHas() {
        var first = identity("new");
        var second = identity("new");
        for (var shown : new String[] {first, second}) {
            world.login("/oauth/auth_native", "token", shown).fails(310, "record_not_found");
        }
        register(first, "one@example.com").succeeds();
        register(second, "two@example.com").fails(361, "unique_violation");
    }

    private SimulatorFixture.Reply register(String token, String address) {
        return world.login(
                "/oauth/register_native", "token", token, "form", "socialRegistrationForm", "emailAddress", address);
    }

    private SimulatorFixture.Reply link(String path, String argument, String accessToken, String identity) {
        return world.login(
                path,
                argument,
                identity,
                "access_token",
                accessToken,
                "form",
                "signInForm",
                "signInEmailAddress",
                "ada@example.com",
                "currentPassword",
                "right-one");
    }

    private String identity(String identifier) {
        return world.control(
                        "POST",
                        "/applications/shop/social",
                        "{\"provider\":\"g\",\"identifier\":\"" + identifier + "\",\"profile\":{}}")
                .path("token")
                .stringValue();
    }

    private SimulatorFixture.Reply logIn(String address) {
        return world.login(
                "/oauth/auth_native_traditional",
                "form",
                "signInForm",
                "signInEmailAddress",
                address,
                "currentPassword",
                "right-one");
    }

    private SimulatorFixture.Reply resend(String flow, String address) {
        return world.login(
                "/oauth/verify_email_native",
                "flow",
                flow,
                "form",
                "resendVerificationForm",
                "signInEmailAddress",
                address);
    }
}
