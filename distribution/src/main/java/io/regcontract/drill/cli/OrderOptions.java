package io.regcontract.drill.cli;

import io.regcontract.contract.text.SafeText;
import io.regcontract.drill.run.NamedOrder;
import io.regcontract.simulator.control.DrillOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which drills, and what narrows each of them: an option belongs to the drill that is named before it. */
final class OrderOptions {

    private final List<NamedOrder> orders = new ArrayList<>();
    private Optional<String> misplaced = Optional.empty();

    @Option(
            names = "--code",
            paramLabel = "CODE",
            description =
                    "Arms the plainest drill that leads to this documented error. Repeatable; 'drill list' names all"
                            + " drills. What narrows it stands behind it: --code 480 --at /entity.find --from 3.")
    void codes(@Nullable List<Integer> codes) {
        newest(codes).ifPresent(code -> orders.add(new NamedOrder(DrillOrder.of(code), List.of())));
    }

    @Option(names = "--drill", paramLabel = "NAME", description = "Arms the drill of this name. Repeatable.")
    void drills(@Nullable List<String> names) {
        newest(names).ifPresent(name -> orders.add(new NamedOrder(DrillOrder.named(name), List.of())));
    }

    @Option(
            names = "--at",
            paramLabel = "OPERATION",
            description = "Only calls of this operation, such as /entity.find.")
    void at(@Nullable List<String> operations) {
        newest(operations).ifPresent(path -> narrow("--at", "at " + path, order -> order.at(path)));
    }

    @Option(names = "--group", paramLabel = "GROUP", description = "Only calls of this group of operations.")
    void group(@Nullable List<String> groups) {
        newest(groups).ifPresent(group -> narrow("--group", "group " + group, order -> order.group(group)));
    }

    @Option(names = "--client", paramLabel = "ID", description = "Only calls of this client.")
    void client(@Nullable List<String> clients) {
        newest(clients).ifPresent(id -> narrow("--client", "one client", order -> order.client(id)));
    }

    @Option(
            names = "--person",
            paramLabel = "EMAIL|UUID",
            description = "Only calls about this person. The report does not name the person.")
    void person(@Nullable List<String> people) {
        newest(people).ifPresent(person -> narrow("--person", "one person", order -> order.person(person)));
    }

    @Option(names = "--from", paramLabel = "N", description = "Begins at the N-th call that matches, from 1.")
    void from(@Nullable List<Integer> calls) {
        newest(calls).ifPresent(call -> narrow("--from", "from call " + call, order -> order.from(call)));
    }

    @Option(names = "--times", paramLabel = "N", description = "Ends by itself after N calls.")
    void times(@Nullable List<Integer> calls) {
        newest(calls)
                .ifPresent(number -> narrow(
                        "--times", "for " + number + (number == 1 ? " call" : " calls"), order -> order.times(number)));
    }

    /**
     * The drills in their order.
     *
     * @throws IllegalArgumentException when an option belongs to none; the message is a sentence
     */
    List<NamedOrder> orders() {
        misplaced.ifPresent(option -> {
            throw new IllegalArgumentException(
                    option + " narrows the drill that is named before it: write --code or --drill first.");
        });
        return List.copyOf(orders);
    }

    private void narrow(String option, String words, Function<DrillOrder, DrillOrder> narrowing) {
        if (orders.isEmpty()) {
            misplaced = Optional.of(option);
            return;
        }
        var last = orders.remove(orders.size() - 1);
        var aims = new ArrayList<>(last.aims());
        aims.add(SafeText.text(words));
        orders.add(new NamedOrder(narrowing.apply(last.order()), aims));
    }

    /** picocli hands over all values so far, and none at first. */
    private static <T> Optional<T> newest(@Nullable List<T> values) {
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }
}
