package com.example.shop;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** The people of the shop, who are registered with the service. */
@Component
public class Accounts {

    private final RestClient service;
    private final String clientId;

    public Accounts(@Value("${registration.service}") String service, @Value("${registration.client}") String clientId) {
        this.service = RestClient.create(service);
        this.clientId = clientId;
    }

    public ResponseEntity<String> signUp(String email, String password) {
        var form = form("registrationForm");
        form.add("emailAddress", email);
        form.add("newPassword", password);
        form.add("newPasswordConfirm", password);
        form.add("firstName", "Ada");
        form.add("lastName", "Lovelace");
        form.add("displayName", email);
        return send("/oauth/register_native_traditional", form);
    }

    public ResponseEntity<String> signIn(String email, String password) {
        var form = form("signInForm");
        form.add("signInEmailAddress", email);
        form.add("currentPassword", password);
        return send("/oauth/auth_native_traditional", form);
    }

    /** The record of the person that a sign-in gave the token to. */
    public ResponseEntity<String> profile(String accessToken) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("type_name", "user");
        form.add("access_token", accessToken);
        return send("/entity", form);
    }

    /** The token in the answer to a sign-in, read by the Jackson that this Spring Boot brings. */
    public String accessToken(ResponseEntity<String> reply) {
        return (String)
                JsonParserFactory.getJsonParser().parseMap(reply.getBody()).get("access_token");
    }

    private MultiValueMap<String, String> form(String name) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("client_id", clientId);
        form.add("flow", "telling");
        form.add("form", name);
        form.add("locale", "en-US");
        form.add("redirect_uri", "https://shop.example.com");
        form.add("response_type", "token");
        return form;
    }

    private ResponseEntity<String> send(String path, MultiValueMap<String, String> form) {
        return service.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .toEntity(String.class);
    }
}
