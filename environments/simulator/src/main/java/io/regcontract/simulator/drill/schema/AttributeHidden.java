package io.regcontract.simulator.drill.schema;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.client.AccessType;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.drill.CalledAttributes;
import io.regcontract.simulator.drill.CalledType;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.schema.Visibility;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The access schema of the calling client hides an attribute that the call names: 223. */
final class AttributeHidden implements Drill {

    /** Operations that show or compare what they name; the others write it. */
    private static final Set<String> READING = Set.of(
            "/entity",
            "/entity.find",
            "/entity.count",
            "/entity.bulkDelete",
            "/entity.deleteAccess",
            "/access/getAccessToken",
            "/access/getAuthorizationCode");

    private final Set<String> operations;
    private final Set<String> hiding = ConcurrentHashMap.newKeySet();

    AttributeHidden(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "attribute-hidden",
                223,
                "The access schema of the calling client changes, and does not show it an attribute that the call"
                        + " names, or does not let it write that.",
                "The access schema stays so for this client until the drill is undone; unless somebody sets another one,"
                        + " it is as before then.",
                operations,
                EnumSet.of(DrillAim.Kind.GROUP, DrillAim.Kind.OPERATION, DrillAim.Kind.CLIENT));
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return !CalledAttributes.of(call).isEmpty() || call.argument("filter").isPresent();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var application = call.application();
        var client = call.actsForPerson() ? holder(call) : call.client();
        return client.flatMap(known -> CalledType.of(call).flatMap(book -> Stream.concat(
                        CalledAttributes.of(call).stream(), CalledAttributes.ofFilter(call, book.type()).stream())
                .map(path -> path.steps().get(0).name())
                .filter(name -> book.type().definition(name).isPresent() && !EntityType.isReserved(name))
                .flatMap(name -> AttributePath.parse(name).stream())
                .findFirst()
                .flatMap(attribute -> hide(application, known, book, access(call), attribute))));
    }

    private Optional<Undo> hide(
            Application application, Client client, RecordRepository book, AccessType access, AttributePath attribute) {
        var schemas = application.accessSchemas();
        var type = book.type().name();
        var key = String.join("|", application.name(), type, client.id(), access.documentedName());
        var before = schemas.set(type, client, access);
        var shown = before.orElse(Visibility.EVERYTHING).without(book.type(), attribute);
        if (!hiding.add(key)) {
            return Optional.empty();
        }
        schemas.set(type, client, access, shown);
        return Optional.of(() -> {
            hiding.remove(key);
            if (schemas.set(type, client, access)
                    .filter(present -> present.allowed().equals(Optional.of(shown)))
                    .isPresent()) {
                before.flatMap(visibility -> visibility.allowed())
                        .ifPresentOrElse(
                                allowed -> schemas.set(type, client, access, allowed),
                                () -> schemas.unset(type, client, access));
            }
        });
    }

    private static Optional<Client> holder(IncomingCall call) {
        return call.grant().flatMap(grant -> call.application().clients().find(grant.clientId()));
    }

    private static AccessType access(IncomingCall call) {
        boolean reads = READING.contains(call.operation().path());
        return call.actsForPerson()
                ? reads ? AccessType.READ_WITH_TOKEN : AccessType.WRITE_WITH_TOKEN
                : reads ? AccessType.READ : AccessType.WRITE;
    }
}
