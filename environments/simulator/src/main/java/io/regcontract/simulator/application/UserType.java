package io.regcontract.simulator.application;

import static io.regcontract.simulator.schema.AttributeType.DATE;
import static io.regcontract.simulator.schema.AttributeType.DATE_TIME;
import static io.regcontract.simulator.schema.AttributeType.JSON;
import static io.regcontract.simulator.schema.AttributeType.OBJECT;
import static io.regcontract.simulator.schema.AttributeType.PASSWORD_BCRYPT;
import static io.regcontract.simulator.schema.AttributeType.PLURAL;
import static io.regcontract.simulator.schema.AttributeType.STRING;
import static io.regcontract.simulator.schema.Constraint.EMAIL_ADDRESS;
import static io.regcontract.simulator.schema.Constraint.REQUIRED;
import static io.regcontract.simulator.schema.Constraint.UNICODE_PRINTABLE;
import static io.regcontract.simulator.schema.Constraint.UNIQUE;

import io.regcontract.simulator.flow.StandardFlows;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.AttributeType;
import io.regcontract.simulator.schema.Constraint;
import io.regcontract.simulator.schema.EntityType;
import java.util.List;
import java.util.stream.Stream;

/**
 * The type {@code user} as a new application of the real service has it: the schema that the vendor's mobile
 * libraries are generated from, and the plural {@code clients} of the vendor's page on viewing a schema. What a
 * provider says of a person is one JSON value here, there an object of some eighty attributes.
 */
final class UserType {

    private static final int NAME_LENGTH = 1_000;
    private static final int WORD_LENGTH = 100;
    private static final int ADDRESS_LENGTH = 256;

    private UserType() {}

    static EntityType asNew() {
        return EntityType.of(
                StandardFlows.ENTITY_TYPE,
                List.of(
                        plain("aboutMe", STRING),
                        plain("birthday", DATE),
                        plain("clients", PLURAL)
                                .withChildren(List.of(
                                        plain("channel", STRING).withLength(NAME_LENGTH),
                                        plain("clientId", STRING).withLength(NAME_LENGTH),
                                        plain("firstLogin", DATE_TIME),
                                        plain("lastLogin", DATE_TIME),
                                        plain("name", STRING).withLength(NAME_LENGTH))),
                        plain("currentLocation", STRING).withLength(NAME_LENGTH),
                        plain("display", JSON),
                        plain("displayName", STRING).withLength(NAME_LENGTH),
                        plain("email", STRING, UNIQUE, EMAIL_ADDRESS).withLength(ADDRESS_LENGTH),
                        plain("emailVerified", DATE_TIME),
                        name("familyName"),
                        plain("gender", STRING).withLength(WORD_LENGTH),
                        name("givenName"),
                        plain("lastLogin", DATE_TIME),
                        name("middleName"),
                        plain("password", PASSWORD_BCRYPT),
                        plain("photos", PLURAL).withChildren(List.of(plain("type", STRING), plain("value", STRING))),
                        plain("primaryAddress", OBJECT).withChildren(primaryAddress()),
                        plain("profiles", PLURAL).withChildren(profile()),
                        plain("statuses", PLURAL)
                                .withChildren(List.of(
                                        plain("status", STRING).withLength(NAME_LENGTH),
                                        plain("statusCreated", DATE_TIME)))));
    }

    private static List<AttributeDefinition> primaryAddress() {
        return Stream.concat(
                        Stream.of("address1", "address2", "city", "company", "country")
                                .map(UserType::name),
                        Stream.of("mobile", "phone", "stateAbbreviation", "zip", "zipPlus4")
                                .map(word -> name(word).withLength(WORD_LENGTH)))
                .toList();
    }

    private static List<AttributeDefinition> profile() {
        return List.of(
                plain("accessCredentials", JSON),
                plain("domain", STRING, REQUIRED).withLength(NAME_LENGTH),
                people("followers"),
                people("following"),
                people("friends"),
                plain("identifier", STRING, REQUIRED, UNIQUE).withLength(NAME_LENGTH),
                plain("profile", JSON),
                plain("provider", JSON),
                plain("remote_key", STRING).withLength(4_096));
    }

    private static AttributeDefinition people(String plural) {
        return plain(plural, PLURAL).withChildren(List.of(plain("identifier", STRING, REQUIRED)));
    }

    private static AttributeDefinition name(String attribute) {
        return plain(attribute, STRING, UNICODE_PRINTABLE).withLength(NAME_LENGTH);
    }

    private static AttributeDefinition plain(String name, AttributeType type, Constraint... constraints) {
        return AttributeDefinition.of(name, type, constraints);
    }
}
