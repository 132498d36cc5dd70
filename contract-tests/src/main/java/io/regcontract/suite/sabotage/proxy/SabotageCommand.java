package io.regcontract.suite.sabotage.proxy;

import io.regcontract.contract.model.ErrorCode;
import io.regcontract.environment.Loopback;
import io.regcontract.suite.sabotage.Applicability;
import io.regcontract.suite.sabotage.Exclusion;
import io.regcontract.suite.sabotage.Sabotage;
import io.regcontract.suite.sabotage.Sabotages;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sabotage}: runs a proxy that breaks the failing answers of a service in one way. */
@Command(
        name = "sabotage",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Stands before a service on this machine and breaks its failing answers in one way, so that you"
                + " see what the suite says of it. Runs until it is told to stop.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:it was told to stop, or only listed what there is", "2:it could not begin"})
public final class SabotageCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    @Option(names = "--list", description = "Prints every sabotage, the check that must find it, and ends.")
    private boolean list;

    @Option(names = "--upstream", paramLabel = "URL", description = "The service, as http://127.0.0.1:8080.")
    private Optional<String> upstream = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port to listen on; any free one when left out.")
    private int port;

    @Option(names = "--sabotage", paramLabel = "ID", description = "What to do to each answer: one of --list.")
    private Optional<String> sabotage = Optional.empty();

    @Option(
            names = "--only-operation",
            paramLabel = "GLOB",
            defaultValue = "*",
            description = "Only answers of these operations, as /entity.*")
    private String onlyOperation = "*";

    @Option(names = "--only-code", paramLabel = "N", description = "Only answers with this code.")
    private Optional<Integer> onlyCode = Optional.empty();

    @Option(names = "--only-nth", paramLabel = "N", description = "Only the n-th answer of all these, from 1.")
    private Optional<Integer> onlyNth = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        if (list) {
            list(out);
            return 0;
        }
        var service = upstream.map(this::address);
        var chosen = sabotage();
        try (var proxy = start(
                service.orElseThrow(
                        () -> wrong("--upstream names the service to stand before, as http://127.0.0.1:8080.")),
                chosen)) {
            Runtime.getRuntime().addShutdownHook(new Thread(proxy::close, "regcontract-saboteur-stop"));
            out.println("saboteur ready at " + proxy.address() + ", before " + upstream.orElseThrow());
            out.println(chosen.id() + ": " + chosen.words() + " To be found by " + chosen.check() + ".");
            out.flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private static void list(PrintWriter out) {
        var table = Applicability.load();
        for (var one : Sabotages.all()) {
            out.println(String.format(Locale.ROOT, "%-26s %-20s %s", one.id(), one.check(), one.words()));
            table.of(one).forEach(no -> out.println("    not " + where(no) + ": " + no.because()));
        }
        out.flush();
    }

    private static String where(Exclusion no) {
        return no.rule()
                        .map(rule -> "where " + rule.word())
                        .orElseGet(() -> "for "
                                + no.codes().stream()
                                        .sorted()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", ")))
                + (no.onlyOnTheWire() ? ", through a socket" : "");
    }

    private Sabotage sabotage() {
        var id = sabotage.orElseThrow(
                () -> wrong("--sabotage says what to do to the answers; --list shows what there is."));
        return Sabotages.named(id)
                .orElseThrow(
                        () -> wrong("There is no sabotage \"" + id + "\"" + nearest(id) + "; --list shows them all."));
    }

    private static String nearest(String id) {
        var family = id.split("-", 2)[0];
        var alike = Sabotages.all().stream()
                .map(Sabotage::id)
                .filter(other -> other.startsWith(family + "-"))
                .collect(Collectors.joining(", "));
        return alike.isEmpty() ? "" : ", but there are " + alike;
    }

    private SaboteurProxy start(URI service, Sabotage chosen) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw wrong("--port must be a number from 0 to " + HIGHEST_PORT + ", not " + port + ".");
        }
        onlyCode.filter(code -> ErrorCode.of(code).isEmpty()).ifPresent(code -> {
            throw wrong("--only-code must be a documented code, which " + code + " is not.");
        });
        onlyNth.filter(n -> n < 1).ifPresent(n -> {
            throw wrong("--only-nth counts from 1, so it cannot be " + n + ".");
        });
        var target = new SabotageTarget(
                onlyOperation, onlyCode, onlyNth.map(OptionalInt::of).orElseGet(OptionalInt::empty));
        var log = spec.commandLine().getErr();
        try {
            return SaboteurProxy.start(service, chosen, target, port, line -> {
                log.println(line);
                log.flush();
            });
        } catch (UncheckedIOException unusable) {
            throw wrong("The saboteur " + unusable.getMessage() + ". Choose another --port, or leave it out.");
        }
    }

    /** Only this machine is allowed: the proxy asks for no credentials, so it must not reach services elsewhere. */
    private URI address(String text) {
        try {
            var address = new URI(text);
            if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null) {
                if (!Loopback.isName(address.getHost())) {
                    throw wrong("--upstream must be on this machine, as http://127.0.0.1:8080, and " + address.getHost()
                            + " is not: give localhost, 127.0.0.1 or [::1].");
                }
                if (address.getPort() == 0 || address.getPort() > HIGHEST_PORT) {
                    throw wrong("--upstream has a port from 1 to " + HIGHEST_PORT + ", not " + address.getPort() + ".");
                }
                return address;
            }
        } catch (URISyntaxException noAddress) {
            // Not a URI: rejected below.
        }
        throw wrong("--upstream must be the address of a service, as http://127.0.0.1:8080, not \"" + text + "\".");
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
