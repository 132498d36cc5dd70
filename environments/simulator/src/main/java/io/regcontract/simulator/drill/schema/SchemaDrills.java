package io.regcontract.simulator.drill.schema;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.DrillOperations;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.WrittenValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The drills of entity types and their attributes. */
public final class SchemaDrills {

    /** A schema is the same for all callers, so that no caller can be picked out. */
    static final Set<DrillAim.Kind> SHARED = EnumSet.of(DrillAim.Kind.GROUP, DrillAim.Kind.OPERATION);

    private SchemaDrills() {}

    /** All of them; of those that lead to one code, the plainest first. */
    public static List<Drill> all(DrillOperations operations) {
        var writing = operations.at("/entity.create", "/entity.bulkCreate", "/entity.update", "/entity.replace");
        var withForm = operations.at(
                "/oauth/auth_native",
                "/oauth/auth_native_traditional",
                "/oauth/register_native",
                "/oauth/register_native_traditional",
                "/oauth/forgot_password_native",
                "/oauth/verify_email_native",
                "/oauth/update_profile_native",
                "/oauth/link_account_native",
                "/oauth/unlink_account_native");
        return List.of(
                new EntityTypeRemoved(operations.where(each -> each.arguments().parameters().stream()
                                .anyMatch(parameter -> parameter.name().equals("type_name"))
                        && !Set.of("/entityType.create", "/versions/entityType").contains(each.path()))),
                new AttributeRemoved(operations.at(
                        "/entity",
                        "/entity.find",
                        "/entity.create",
                        "/entity.bulkCreate",
                        "/entity.update",
                        "/entity.replace",
                        "/entity.delete",
                        "/entity.deleteAccess",
                        "/entity.adopt",
                        "/access/getAccessToken",
                        "/access/getAuthorizationCode",
                        "/access/getVerificationCode",
                        "/access/useVerificationCode",
                        "/access/use_verification_code",
                        "/entityType.removeAttribute",
                        "/entityType.renameAttribute",
                        "/entityType.setAttributeConstraints",
                        "/entityType.setAttributeDescription",
                        "/entityType.addRule",
                        "/entityType.addProperty",
                        "/entityType.setAccessSchema")),
                new AttributeHidden(operations.at(
                        "/entity",
                        "/entity.find",
                        "/entity.create",
                        "/entity.bulkCreate",
                        "/entity.update",
                        "/entity.replace",
                        "/entity.delete",
                        "/entity.adopt",
                        "/entity.count",
                        "/entity.bulkDelete",
                        "/entity.deleteAccess",
                        "/access/getAccessToken",
                        "/access/getAuthorizationCode",
                        "/access/getVerificationCode")),
                new FlowAttributeRemoved(withForm),
                new EntityTypeTaken(operations.at("/entityType.create")),
                new AttributeTaken(operations.at("/entityType.addAttribute", "/entityType.renameAttribute")),
                amended(
                        "attribute-made-ip-address",
                        340,
                        "An attribute that the call writes a text to becomes one of IP addresses.",
                        "a text that is an IP address",
                        writing,
                        (written, call) -> Amendment.ipAddress(written)),
                amended(
                        "attribute-type-changed",
                        341,
                        "An attribute that the call writes gets another JSON type: a number in place of a text, a text"
                                + " in place of anything else.",
                        "a value of the new type",
                        writing,
                        (written, call) -> Amendment.otherJsonType(written)),
                amended(
                        "attribute-made-date",
                        342,
                        "An attribute that the call writes a text to becomes one of dates.",
                        "a text that is a date",
                        writing,
                        (written, call) ->
                                Amendment.date(written, call.application().now())),
                amended(
                        "constraint-added",
                        360,
                        "An attribute that the call writes a text to gets a constraint on its characters that the text"
                                + " breaks.",
                        "a text that keeps it",
                        writing,
                        (written, call) -> Amendment.constraintOnCharacters(written)),
                new RuleAdded(writing),
                new AttributeMadeUnique(writing),
                new AttributeMadeRequired(operations.at(
                        "/entity.create",
                        "/entity.bulkCreate",
                        "/entity.update",
                        "/entity.replace",
                        "/oauth/register_native",
                        "/oauth/register_native_traditional")),
                amended(
                        "length-tightened",
                        363,
                        "An attribute that the call writes a text to may be shorter only than that text.",
                        "a shorter text",
                        writing,
                        (written, call) -> Amendment.shorterLength(written)));
    }

    private static Drill amended(
            String name,
            int code,
            String sentence,
            String accepted,
            Set<String> operations,
            BiFunction<WrittenValue, IncomingCall, Optional<Amendment>> amendment) {
        return new WrittenAttributeAmended(
                new DrillDescription(
                        name,
                        code,
                        sentence,
                        "The definition stays so until the drill is undone; a call with " + accepted + " succeeds.",
                        operations,
                        SHARED),
                amendment);
    }
}
