package io.regcontract.simulator.drill;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.schema.AttributePath;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Somebody whose calls a drill waits for. The person stays known by what they were called when the drill was armed,
 * also after their record was changed or deleted.
 */
public final class Person {

    private static final AttributePath EMAIL = AttributePath.parse("/email").orElseThrow();

    private final Set<String> names = new HashSet<>();

    private Person(String name, Optional<SelectedRecord> record) {
        names.add(name.toLowerCase(Locale.ROOT));
        record.ifPresent(known -> {
            names.add(known.record().uuid());
            address(known).ifPresent(names::add);
        });
    }

    /**
     * The person of an e-mail address or uuid, who need not have a record. The caller holds the application's lock.
     *
     * @param emailOrUuid the address is looked for in the attribute {@code email} of every type
     */
    static Person of(Application application, String emailOrUuid) {
        return new Person(emailOrUuid, record(application, emailOrUuid));
    }

    /** The record of an e-mail address or uuid, in any type. The caller holds the application's lock. */
    public static Optional<SelectedRecord> record(Application application, String emailOrUuid) {
        return application.entityTypes().all().stream()
                .flatMap(type -> application.entityTypes().find(type.name()).stream())
                .flatMap(book -> record(book, emailOrUuid))
                .findFirst();
    }

    private static Stream<SelectedRecord> record(RecordRepository book, String emailOrUuid) {
        return book
                .byUuid(emailOrUuid.toLowerCase(Locale.ROOT))
                .map(record -> new SelectedRecord(book, record))
                .or(() -> CalledRecord.byAddress(book, EMAIL, emailOrUuid))
                .stream();
    }

    /** Whether a call is about this person. The caller holds the application's lock. */
    boolean isMeantBy(IncomingCall call) {
        return CalledRecord.of(call)
                .map(subject -> names.contains(subject.record().uuid())
                        || address(subject).filter(names::contains).isPresent())
                .orElseGet(() -> CalledRecord.names(call).anyMatch(names::contains));
    }

    private static Optional<String> address(SelectedRecord known) {
        return known.whole().path("email").stringValueOpt().map(address -> address.toLowerCase(Locale.ROOT));
    }
}
