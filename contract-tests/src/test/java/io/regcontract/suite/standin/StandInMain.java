package io.regcontract.suite.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/**
 * A stand-in to try the first day on: {@code ./mvnw -Pself-test,stand-in -pl contract-tests process-test-classes} starts it,
 * says where it is and what a profile needs, and keeps it until it is interrupted.
 */
final class StandInMain {

    private StandInMain() {}

    /**
     * Stands in until it is interrupted.
     *
     * @param arguments the directory for the certificate
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var directory = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        var stopped = new CountDownLatch(1);
        try (var tenant = StandInTenant.start(directory)) {
            // Not in the project: the gate takes a secret that it finds there for a leak, and is right.
            var variables = Files.createTempFile("stand-in-", ".sh");
            Files.writeString(variables, exports(tenant.environment()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(tenant, variables), "stand-in-stop"));
            System.out.println("a stand-in for a tenant is ready at " + tenant.address());
            System.out.println("  its authority's certificate   " + tenant.certificate());
            System.out.println("  what a profile refers to      . " + variables);
            System.out.flush();
            stopped.await();
        }
    }

    /** The file with the secrets goes first, whatever else may fail. */
    private static void stop(StandInTenant tenant, Path variables) {
        try {
            Files.deleteIfExists(variables);
        } catch (IOException e) {
            System.out.println("delete " + variables + " by hand: it holds secrets");
        }
        System.out.println(said(tenant));
        tenant.close();
    }

    /** A terminal interrupts its simulator as well, which may be gone before it could be asked. */
    private static String said(StandInTenant tenant) {
        try {
            return tenant.calls() + " calls came. Left behind: "
                    + tenant.leftovers().keySet() + ". Gone: " + tenant.missing() + ".";
        } catch (RuntimeException gone) {
            return tenant.calls()
                    + " calls came. What was left behind is not known: the simulator of the stand-in ended"
                    + " before it could be asked, and everything in it is gone.";
        }
    }

    private static String exports(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(each -> "export " + each.getKey() + "='" + each.getValue() + "'\n")
                .collect(Collectors.joining());
    }
}
