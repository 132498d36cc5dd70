package io.regcontract.simulator.application;

import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.flow.StandardFlows;
import java.util.List;

/** What a new application comes with: two clients, the type {@code user}, settings and two flows. */
final class ApplicationDefaults {

    private ApplicationDefaults() {}

    static void furnish(Application application, Credentials credentials) {
        application
                .clients()
                .add(credentials.ownerClientId(), credentials.ownerClientSecret(), "owner", List.of(Feature.OWNER));
        application
                .clients()
                .add(
                        credentials.loginClientId(),
                        application.clients().newSecret(),
                        "login",
                        List.of(Feature.LOGIN_CLIENT));
        application.entityTypes().addIfAbsent(UserType.asNew());
        var settings = application.settings();
        settings.setDefault("default_flow_name", StandardFlows.standard().name());
        settings.setDefault("default_flow_version", StandardFlows.VERSION);
        settings.setDefault("email_method", "ses_sync");
        settings.setDefault("login_attempts", "6");
        settings.setDefault("login_attempts_threshold", "60");
        settings.setDefault("rpx_server", "https://rpxnow.com");
        application.install(StandardFlows.standard());
        application.install(StandardFlows.telling());
    }

    /** The clients an application is made with. */
    record Credentials(String ownerClientId, String ownerClientSecret, String loginClientId) {}
}
