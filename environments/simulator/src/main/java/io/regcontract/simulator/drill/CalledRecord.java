package io.regcontract.simulator.drill;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.SocialIdentity;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.record.RecordValues;
import io.regcontract.simulator.record.StoredRecord;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.token.Grant;
import io.regcontract.simulator.token.RecordKey;
import io.regcontract.simulator.token.VerificationCode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;

/**
 * Finds the record that a call is about: that of its token or code, of its social sign-in, of its selector, or of the
 * e-mail address that it sends. The caller holds the application's lock.
 */
public final class CalledRecord {

    private static final String KEY = "key_value";
    private static final AttributePath IDENTIFIER =
            AttributePath.parse("/profiles/identifier").orElseThrow();

    private CalledRecord() {}

    /** The record that a call is about, when it is there. */
    public static Optional<SelectedRecord> of(IncomingCall call) {
        return Stream.<Supplier<Optional<SelectedRecord>>>of(
                        () -> call.grant().map(Grant::record).flatMap(key -> find(call.application(), key)),
                        () -> call.argument("verification_code")
                                .flatMap(call.application().tokens()::verificationCode)
                                .map(VerificationCode::record)
                                .flatMap(key -> find(call.application(), key)),
                        () -> bySocialSignIn(call),
                        () -> bySelector(call),
                        () -> byForm(call))
                .flatMap(way -> way.get().stream())
                .findFirst();
    }

    /** The e-mail addresses and uuids that a call names, whether there are such records or not. */
    static Stream<String> names(IncomingCall call) {
        return Stream.of(
                        call.argument("uuid"),
                        CalledAttributes.json(call, KEY).flatMap(JsonNode::stringValueOpt),
                        SubmittedForm.of(call).flatMap(form -> form.valueOfType("email")),
                        CalledAttributes.json(call, "attributes")
                                .flatMap(attributes -> attributes.path("email").stringValueOpt()))
                .flatMap(Optional::stream)
                .map(name -> name.toLowerCase(Locale.ROOT));
    }

    /** The record of that name. */
    public static Optional<SelectedRecord> find(Application application, RecordKey key) {
        return application.entityTypes().find(key.typeName()).flatMap(book -> book.byUuid(key.uuid())
                .map(record -> new SelectedRecord(book, record)));
    }

    /** The record with an e-mail address in an attribute. */
    public static Optional<SelectedRecord> byAddress(RecordRepository book, AttributePath attribute, String address) {
        if (book.type().find(attribute).isEmpty()) {
            return Optional.empty();
        }
        if (book.isUnique(attribute)) {
            return book.byValue(attribute, Json.text(address)).map(record -> new SelectedRecord(book, record));
        }
        return book.mayHold(attribute, address, true)
                .map(record -> new SelectedRecord(book, record))
                .filter(each -> RecordValues.at(each.whole(), attribute)
                        .flatMap(JsonNode::stringValueOpt)
                        .filter(address::equalsIgnoreCase)
                        .isPresent())
                .findFirst();
    }

    private static Optional<SelectedRecord> bySocialSignIn(IncomingCall call) {
        return call.argument("token")
                .flatMap(call.application().socialIdentities()::find)
                .flatMap(identity -> ofIdentity(call, identity));
    }

    /** The record that holds an identity at another provider, among those of the flow of a call. */
    public static Optional<SelectedRecord> ofIdentity(IncomingCall call, SocialIdentity identity) {
        return CalledType.ofFlow(call).flatMap(book -> book.mayHold(IDENTIFIER, identity.identifier(), false)
                .map(record -> new SelectedRecord(book, record))
                .filter(each -> isOf(each, identity))
                .findFirst());
    }

    private static boolean isOf(SelectedRecord record, SocialIdentity identity) {
        return record.whole().path("profiles").values().stream()
                .anyMatch(profile -> profile.path("domain").stringValue("").equals(identity.provider())
                        && profile.path("identifier").stringValue("").equals(identity.identifier()));
    }

    private static Optional<SelectedRecord> bySelector(IncomingCall call) {
        return call.argument("type_name")
                .flatMap(call.application().entityTypes()::find)
                .flatMap(book -> call.argument("uuid")
                        .flatMap(uuid -> book.byUuid(uuid.toLowerCase(Locale.ROOT)))
                        .or(() -> call.argument("id")
                                .filter(id -> id.matches("[0-9]{1,18}"))
                                .flatMap(id -> book.byId(Long.parseLong(id))))
                        .map(record -> new SelectedRecord(book, record))
                        .or(() -> byKey(call, book)));
    }

    private static Optional<SelectedRecord> byKey(IncomingCall call, RecordRepository book) {
        var path = call.argument("key_attribute").flatMap(AttributePath::parse);
        var value = CalledAttributes.json(call, KEY);
        if (path.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        var found =
                switch (path.get().toString()) {
                    case "/uuid" -> value.flatMap(JsonNode::stringValueOpt).flatMap(book::byUuid);
                    case "/id" ->
                        value.filter(JsonNode::canConvertToLong).flatMap(number -> book.byId(number.longValue()));
                    default ->
                        book.type().find(path.get()).isPresent() && book.isUnique(path.get())
                                ? book.byValue(path.get(), value.get()).or(() -> whole(value.get())
                                        .flatMap(number -> book.byValue(path.get(), number)))
                                : Optional.<StoredRecord>empty();
                };
        return found.map(record -> new SelectedRecord(book, record));
    }

    /** Libraries write a whole number as a JSON string too. */
    private static Optional<JsonNode> whole(JsonNode value) {
        return value.stringValueOpt()
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> LongNode.valueOf(Long.parseLong(text)));
    }

    private static Optional<SelectedRecord> byForm(IncomingCall call) {
        return SubmittedForm.of(call).flatMap(form -> call.application()
                .entityTypes()
                .find(form.flow().entityType())
                .flatMap(book -> form.attributeOfType("email")
                        .flatMap(AttributePath::parse)
                        .flatMap(attribute ->
                                form.valueOfType("email").flatMap(address -> byAddress(book, attribute, address)))));
    }
}
