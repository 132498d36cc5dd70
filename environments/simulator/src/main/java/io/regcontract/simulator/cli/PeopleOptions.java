package io.regcontract.simulator.cli;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.people.People;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether the default application has people whose accounts are in states that lead to errors. */
final class PeopleOptions {

    private static final String PASSWORD = "--people-password";

    @Option(
            names = "--people",
            description = "Brings people into the default application whose accounts are in states that lead to"
                    + " errors: social log-in only, too many attempts, expired tokens and others. They are printed at"
                    + " the start.")
    private boolean people;

    @Option(
            names = PASSWORD,
            paramLabel = "PASSWORD",
            description =
                    "Their password, or env:NAME or file:PATH where it stands; made up and printed when left out.")
    private Optional<String> password = Optional.empty();

    /** @throws IllegalArgumentException when a password is given for nobody, or cannot be used */
    void applyTo(RegistrationSimulator.Builder builder, SecretReference secrets) {
        if (!people) {
            if (password.isPresent()) {
                throw new IllegalArgumentException(PASSWORD + " is the password of nobody; give --people too");
            }
            return;
        }
        // It may stand on the command line: it opens nothing but invented data.
        var given = password.map(text -> SecretReference.isOne(text) ? secrets.read(PASSWORD, text) : text);
        if (given.isPresent()) {
            builder.people(given.get());
        } else {
            builder.people();
        }
    }

    /** Says who the people are, one in a line; a password that was given is not repeated. */
    List<String> lines(RegistrationSimulator simulator) {
        return people ? lines(simulator.people()) : List.of();
    }

    private List<String> lines(People all) {
        return List.of(
                "people: " + all.all().size() + " accounts"
                        + (password.isPresent() ? ", with the given password" : ", password " + all.password())
                        + "; what leads to which error is in docs/people.md",
                "  " + all.good().email() + ": all goes well",
                "  " + all.socialOnly().email() + ": has no password, signs in at facebook.com only",
                "  " + all.throttled().email() + ": has tried to sign in too often",
                "  " + all.reusingPassword().email() + ": had the password with -old behind it before",
                "  " + all.expired().email() + ": expired access token " + all.expiredAccessToken()
                        + ", authorization code " + all.expiredAuthorizationCode() + ", verification code "
                        + all.expiredVerificationCode(),
                "  " + all.unverified().email() + ": has not verified the address",
                "  " + all.verified().email() + ": has verified the address",
                "  " + all.taken().email() + ": has the address that somebody else wants",
                "  " + all.revoked().email() + ": authorization code " + all.revokedAuthorizationCode()
                        + ", whose grant is deleted",
                "  expired creation token: " + all.expiredCreationToken());
    }
}
