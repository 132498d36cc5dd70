package io.regcontract.drill.run;

import io.regcontract.drill.trial.OrderedDrill;
import io.regcontract.drill.trial.Phase;
import io.regcontract.drill.trial.RecordCount;
import io.regcontract.drill.trial.Trial;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.control.ArmedErrorDrill;
import io.regcontract.simulator.control.ControlException;
import io.regcontract.simulator.control.SimulatorControl;
import io.regcontract.simulator.control.journal.CalledOperation;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.JournalMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** Runs a command against a simulator of this process: with drills armed, and again without. */
public final class CommandTrial {

    /** No digits and no length: no secret of a machine looks so. */
    private static final Pattern TASK = Pattern.compile("[a-z]{1,16}([:-][a-z]{1,16})?");

    private final RegistrationSimulator simulator;
    private final String controlToken;
    private final Optional<String> peoplePassword;
    private final TrialOrder order;
    private final SimulatorControl control;

    /**
     * @param controlToken that the simulator was started with
     * @param peoplePassword of the people that it was started with
     */
    public CommandTrial(
            RegistrationSimulator simulator, String controlToken, Optional<String> peoplePassword, TrialOrder order) {
        this.simulator = simulator;
        this.controlToken = controlToken;
        this.peoplePassword = peoplePassword;
        this.order = order;
        this.control = simulator.control();
    }

    /**
     * Runs it, and undoes the drills however it ends.
     *
     * @throws ControlException when a drill cannot be armed so; then nothing was run
     * @throws ProgramNotStartedException when there is no such program
     * @throws IOException when the file for what is told cannot be made
     */
    public Trial run() throws IOException, InterruptedException {
        var phases = new ArrayList<Phase>();
        try (var told = ToldFile.create()) {
            phases.add(phase(order.drills().isEmpty() ? "undisturbed" : "armed", order.drills(), told));
            if (order.again()) {
                control.journal().mark("run again");
                phases.add(phase("run again", List.of(), told));
            }
        }
        return new Trial(
                control.application(),
                program(),
                control.offeredDrills(),
                phases,
                control.journal().read(),
                control.journal().reactions(),
                order.told(),
                new RecordCount(
                        order.recordType(),
                        phases.get(0).records().before(),
                        phases.get(0).records().drilled(),
                        phases.get(phases.size() - 1).records().after()));
    }

    /**
     * The name of the program, and of its script or task: {@code python3 export.py}, {@code npm test}. Other arguments,
     * and directories, may tell what is none of the report's business.
     */
    private String program() {
        var words = order.command();
        var task = words.size() > 1 ? task(words.get(1)) : "";
        return fileName(words.get(0)) + (task.isEmpty() ? "" : " " + task);
    }

    private static String task(String word) {
        if (TASK.matcher(word).matches()) {
            return word;
        }
        try {
            return Files.isRegularFile(Path.of(word)) ? fileName(word) : "";
        } catch (InvalidPathException notAFile) {
            return "";
        }
    }

    private static String fileName(String path) {
        var name = Path.of(path).getFileName();
        return name == null ? "" : name.toString();
    }

    private Phase phase(String name, List<NamedOrder> orders, ToldFile told) throws IOException, InterruptedException {
        var recordsBefore = records();
        var before = control.journal().read();
        var armed = new ArrayList<ArmedErrorDrill>();
        try {
            orders.forEach(each -> armed.add(control.drill(each.order())));
            var end = ChildProgram.run(order.command(), environment(told.path()), order.limit());
            var after = control.journal().read();
            var drills = drills(orders, armed, after);
            var recordsDrilled = records();
            armed.forEach(ArmedErrorDrill::close);
            return new Phase(
                    name,
                    drills,
                    end,
                    before.last(),
                    after.last(),
                    callsBetween(before, after),
                    told.take(),
                    new RecordCount(order.recordType(), recordsBefore, recordsDrilled, records()));
        } finally {
            armed.forEach(ArmedErrorDrill::close);
        }
    }

    private static List<OrderedDrill> drills(
            List<NamedOrder> orders, List<ArmedErrorDrill> armed, JournalContent journal) {
        var drills = new ArrayList<OrderedDrill>();
        for (int i = 0; i < armed.size(); i++) {
            var drill = armed.get(i);
            boolean tookEffect = journal.marks().stream()
                    .filter(mark -> mark.kind() == JournalMark.Kind.CHANGED)
                    .flatMap(mark -> mark.drill().stream())
                    .anyMatch(active -> active.id().equals(drill.id()));
            drills.add(new OrderedDrill(
                    drill.id(),
                    drill.name(),
                    drill.code(),
                    orders.get(i).aims(),
                    known(drill::calls),
                    known(drill::passedOver),
                    tookEffect));
        }
        return drills;
    }

    /** A command that resets the simulator has the count begin anew. */
    private static long callsBetween(JournalContent before, JournalContent after) {
        return calls(after) < calls(before) ? calls(after) : calls(after) - calls(before);
    }

    private static long calls(JournalContent journal) {
        return journal.operations().stream().mapToLong(CalledOperation::calls).sum();
    }

    /** A command that resets the simulator takes the drills away. */
    private static long known(LongSupplier count) {
        try {
            return count.getAsLong();
        } catch (ControlException gone) {
            return 0;
        }
    }

    private OptionalLong records() {
        try {
            return OptionalLong.of(control.records(order.recordType()).count());
        } catch (ControlException noSuchType) {
            return OptionalLong.empty();
        }
    }

    private Map<String, String> environment(Path told) {
        var environment = new HashMap<String, String>();
        environment.put("REGCONTRACT_BASE_URL", simulator.baseAddress().toString());
        environment.put("REGCONTRACT_APPLICATION", simulator.application());
        environment.put("REGCONTRACT_OWNER_CLIENT_ID", simulator.ownerClientId());
        environment.put("REGCONTRACT_OWNER_CLIENT_SECRET", simulator.ownerClientSecret());
        environment.put("REGCONTRACT_LOGIN_CLIENT_ID", simulator.loginClientId());
        environment.put("REGCONTRACT_CONTROL_URL", simulator.baseAddress().toString());
        environment.put("REGCONTRACT_CONTROL_TOKEN", controlToken);
        peoplePassword.ifPresent(password -> environment.put("REGCONTRACT_PEOPLE_PASSWORD", password));
        environment.put("REGCONTRACT_TOLD_FILE", told.toString());
        return environment;
    }
}
