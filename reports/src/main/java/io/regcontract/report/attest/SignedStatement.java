package io.regcontract.report.attest;

import io.regcontract.contract.text.SafeText;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A statement whose signature was checked. Every question about it that is not answered as asked refuses it. */
public final class SignedStatement {

    /** In-toto allows the name of the predicate in it, and gives it no meaning. */
    private static final Set<String> PAYLOAD_TYPES =
            Set.of(Envelope.IN_TOTO, "application/vnd.in-toto.test-result+json");

    private final Path file;
    private final Statement statement;

    private SignedStatement(Path file, Statement statement) {
        this.file = file;
        this.statement = statement;
    }

    /**
     * Reads a file and checks its signature before it looks at what is signed.
     *
     * @throws AttestationException when it is not what the holder of the key signed, or is no test result of in-toto
     */
    public static SignedStatement read(Path file, VerificationKey key) {
        try {
            var envelope = Envelope.of(StrictJson.read(AttestationFile.content(file)));
            if (!envelope.isSignedBy(key)) {
                throw new AttestationException(
                        "It is not signed by this key: it was changed since, or another key signed it.",
                        "Fetch it and the public key again from where they are published.");
            }
            if (!PAYLOAD_TYPES.contains(envelope.payloadType())) {
                throw new AttestationException(
                        "Its payload is of type " + SafeText.typed(envelope.payloadType())
                                + ", and no statement of in-toto.",
                        "Name a file that gate --attest --sign wrote.");
            }
            return new SignedStatement(file, Statement.of(StrictJson.read(envelope.payload())));
        } catch (AttestationException wrong) {
            throw refused(file, wrong.problem(), wrong.remedy());
        } catch (StrictJson.UnreadableException wrong) {
            throw refused(file, "It " + wrong.getMessage() + ".", "Fetch the file again.");
        } catch (NoSuchFileException none) {
            throw new AttestationException("There is no file " + file + ".", "Name the attestation to check.");
        } catch (IOException unreadable) {
            throw refused(file, "It cannot be read to an end.", "Name a file of at most 32 MiB that can be.");
        }
    }

    /** What came of the run. */
    public TestResult result() {
        return statement.result();
    }

    /**
     * Refuses it unless it is about a release.
     *
     * @throws AttestationException when it is about others
     */
    public void demandSubject(Subject wanted) {
        if (statement.subjects().stream().noneMatch(subject -> subject.is(wanted))) {
            throw refused(
                    file,
                    "It is not about " + wanted + " but about " + subjects() + ".",
                    "Name the attestation of the release that you have.");
        }
    }

    /**
     * Refuses it unless the run took place in an environment.
     *
     * @throws AttestationException when it was another one, or does not say
     */
    public void demandEnvironment(String name) {
        var there = statement.judging().map(Judging::environment).orElse("");
        if (!there.equals(name)) {
            throw refused(
                    file,
                    "It is of a run in " + SafeText.typed(there) + ", and not in " + SafeText.typed(name) + ".",
                    "Judge the release where it counts.");
        }
    }

    /**
     * Refuses it unless exactly these files were judged, or judged by.
     *
     * @param folder what they have in common: {@code record/}, {@code policy/} or {@code profile/}
     * @throws AttestationException when it names more, fewer or others
     */
    public void demand(String folder, List<ResourceDescriptor> wanted) {
        var there = statement.configuration().stream()
                .filter(one -> one.name().startsWith(folder))
                .toList();
        var missing = new ArrayList<>(wanted);
        missing.removeAll(there);
        var more = new ArrayList<>(there);
        more.removeAll(wanted);
        if (wanted.isEmpty()) {
            throw new AttestationException(
                    "The " + folder.replace("/", "") + " that you have has no files.", "Name the one to compare with.");
        }
        if (!missing.isEmpty() || !more.isEmpty()) {
            throw refused(
                    file,
                    "It goes by another " + folder.replace("/", "") + " than yours: "
                            + (missing.isEmpty()
                                    ? yours(more) + " in it alone."
                                    : yours(missing) + " different in it, or not in it."),
                    "Judge the release by yours.");
        }
    }

    private static String yours(List<ResourceDescriptor> differing) {
        return differing.stream().limit(3).map(one -> SafeText.text(one.name())).collect(Collectors.joining(", "))
                + (differing.size() > 3 ? " and others are" : differing.size() == 1 ? " is" : " are");
    }

    /** What it says, for a person. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("Subject: " + subjects());
        statement
                .judging()
                .ifPresent(judging -> lines.add("Judged: run " + SafeText.text(judging.run()) + ", begun "
                        + SafeText.text(judging.startedAt()) + ", in " + SafeText.text(judging.environment())
                        + " (kind " + SafeText.text(judging.kind()) + ", dialect " + SafeText.text(judging.dialect())
                        + "), as on " + SafeText.text(judging.asOf())));
        var requirements = statement.requirements();
        lines.add("Requirements: " + requirements.passed().size() + " passed, "
                + requirements.warned().size() + " warned, "
                + requirements.failed().size() + " failed"
                + statement
                        .judging()
                        .filter(judging -> judging.notSeen() > 0)
                        .map(judging -> ", " + judging.notSeen() + " not seen")
                        .orElse(""));
        statement
                .judging()
                .map(Judging::reservation)
                .filter(reservation -> !reservation.isEmpty())
                .ifPresent(reservation -> lines.add("Reservation: " + SafeText.text(reservation)));
        statement.url().ifPresent(url -> lines.add("Run: " + SafeText.text(url)));
        return lines;
    }

    private String subjects() {
        return statement.subjects().stream().limit(5).map(Subject::toString).collect(Collectors.joining(", "))
                + (statement.subjects().size() > 5 ? ", ..." : "");
    }

    private static AttestationException refused(Path file, String problem, String remedy) {
        return new AttestationException(
                file + " is refused: " + problem.substring(0, 1).toLowerCase(Locale.ROOT) + problem.substring(1),
                remedy);
    }
}
