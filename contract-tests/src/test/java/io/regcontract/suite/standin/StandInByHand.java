package io.regcontract.suite.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/**
 * A stand-in to try the first day on: {@code ./mvnw -Pself-test,stand-in -pl contract-tests process-test-classes} starts it,
 * says where it is and what a profile needs, and keeps it until it is interrupted.
 */
final class StandInByHand {

    private StandInByHand() {}

    /** @param arguments the directory for the certificate and the file of variables */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var directory = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        var stopped = new CountDownLatch(1);
        try (var tenant = StandInTenant.start(directory)) {
            Runtime.getRuntime().addShutdownHook(new Thread(tenant::close, "stand-in-stop"));
            var variables = Files.writeString(directory.resolve("variables.sh"), exports(tenant.environment()));
            Files.setPosixFilePermissions(variables, PosixFilePermissions.fromString("rw-------"));
            System.out.println("a stand-in for a tenant is ready at " + tenant.address());
            System.out.println("  its authority's certificate   " + tenant.certificate());
            System.out.println("  what a profile refers to      . " + variables);
            System.out.flush();
            stopped.await();
        }
    }

    private static String exports(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(each -> "export " + each.getKey() + "='" + each.getValue() + "'\n")
                .collect(Collectors.joining());
    }
}
