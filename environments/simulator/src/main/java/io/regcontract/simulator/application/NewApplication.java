package io.regcontract.simulator.application;

import io.regcontract.simulator.flow.StandardFlows;
import io.regcontract.simulator.record.AttributeDefinition;
import io.regcontract.simulator.record.AttributeType;
import io.regcontract.simulator.record.Constraint;
import io.regcontract.simulator.record.EntityType;
import java.util.List;

/** What a new application comes with: two clients, the type {@code user}, settings and two flows. */
final class NewApplication {

    private NewApplication() {}

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
        application.addIfAbsent(user());
        var settings = application.settings();
        settings.setDefault("default_flow_name", StandardFlows.standard().name());
        settings.setDefault("default_flow_version", StandardFlows.VERSION);
        settings.setDefault("login_attempts", "6");
        settings.setDefault("login_attempts_threshold", "60");
        application.install(StandardFlows.standard());
        application.install(StandardFlows.telling());
    }

    /** The clients an application is made with. */
    record Credentials(String ownerClientId, String ownerClientSecret, String loginClientId) {}

    private static EntityType user() {
        return EntityType.of(
                StandardFlows.ENTITY_TYPE,
                List.of(
                        AttributeDefinition.of(
                                "email", AttributeType.STRING, Constraint.UNIQUE, Constraint.EMAIL_ADDRESS),
                        AttributeDefinition.of("password", AttributeType.PASSWORD_BCRYPT),
                        AttributeDefinition.of("givenName", AttributeType.STRING),
                        AttributeDefinition.of("familyName", AttributeType.STRING),
                        AttributeDefinition.of("displayName", AttributeType.STRING),
                        AttributeDefinition.of("birthday", AttributeType.DATE),
                        AttributeDefinition.of("emailVerified", AttributeType.DATE_TIME),
                        AttributeDefinition.of("profiles", AttributeType.PLURAL)
                                .withChildren(List.of(
                                        AttributeDefinition.of("domain", AttributeType.STRING),
                                        AttributeDefinition.of("identifier", AttributeType.STRING),
                                        AttributeDefinition.of("profile", AttributeType.JSON)))));
    }
}
