package io.regcontract.simulator.drill.transport;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.transportfault.TransportFault;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Calls meet a fault on their way; the application stays as it is. */
final class FaultOnTheWay implements Drill {

    private final TransportFault fault;
    private final String sentence;
    private final Set<String> operations;

    FaultOnTheWay(TransportFault fault, String sentence, Set<String> operations) {
        this.fault = fault;
        this.sentence = sentence;
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                fault.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                OptionalInt.empty(),
                sentence,
                "It is so for every call that the drill is aimed at until the drill is undone.",
                operations,
                EnumSet.allOf(DrillAim.Kind.class));
    }

    @Override
    public Optional<TransportFault> fault() {
        return Optional.of(fault);
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return Optional.of(() -> {});
    }
}
