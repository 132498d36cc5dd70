package io.regcontract.suite.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.contract.validation.FileFormats;
import io.regcontract.suite.ledger.CreatedResource.Sort;
import io.regcontract.suite.ledger.Ledger.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What is written down, and what is left of it when a run dies. */
final class LedgerTest {

    private static final Owner OWNER = new Owner("trial", "https://127.0.0.1:1", "run-1", "regcontract1-");
    private static final CreatedResource CLIENT = new CreatedResource(Sort.CLIENT, "regcontract1-1client", "");
    private static final CreatedResource ACCOUNT =
            new CreatedResource(Sort.RECORD, "regcontract1-2@example.com", "user");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    @Test
    void knowsWhatIsOpenAfterTheProcessIsGone() throws IOException {
        var ledger = Ledger.begin(directory, OWNER, CLOCK);
        ledger.created(ledger.aboutToCreate(CLIENT), "client-id-1");
        ledger.aboutToCreate(ACCOUNT);
        ledger.gone(ledger.aboutToCreate(new CreatedResource(Sort.ENTITY_TYPE, "regcontract1-3type", "")));

        var left = OrphanedLedger.read(file()).orElseThrow();

        assertThat(left.owner()).isEqualTo(OWNER);
        assertThat(left.open())
                .containsExactly(
                        new Ledger.Entry(1, CLIENT, Optional.of("client-id-1")),
                        new Ledger.Entry(2, ACCOUNT, Optional.empty()));
    }

    @Test
    void writesLinesOfItsFormat() throws IOException {
        var ledger = Ledger.begin(directory, OWNER, CLOCK);
        ledger.created(ledger.aboutToCreate(CLIENT), "client-id-1");
        ledger.gone(ledger.aboutToCreate(ACCOUNT));
        for (var sort : Sort.values()) {
            ledger.aboutToCreate(new CreatedResource(sort, "regcontract1-x", sort == Sort.SETTING ? "owner" : ""));
        }

        assertThat(Files.readAllLines(file())).hasSize(5 + Sort.values().length).allSatisfy(line -> assertThat(
                        FileFormats.validate("ledger", JsonMapper.shared().readTree(line)))
                .isEmpty());
    }

    @Test
    void isReadWhereverTheProcessWasKilled() throws IOException {
        var ledger = Ledger.begin(directory, OWNER, CLOCK);
        ledger.created(ledger.aboutToCreate(CLIENT), "client-id-1");
        ledger.aboutToCreate(ACCOUNT);
        var whole = Files.readString(file());

        var open = IntStream.rangeClosed(0, whole.length())
                .mapToObj(length -> cut(whole, length))
                .map(left -> left.map(found -> found.open().size()).orElse(-1))
                .distinct()
                .toList();

        assertThat(open).containsExactly(-1, 0, 1, 2);
    }

    @Test
    void goesWhenNothingIsOpenAndStaysOtherwise() {
        var clean = Ledger.begin(directory, OWNER, CLOCK);
        clean.gone(clean.aboutToCreate(CLIENT));
        clean.close();
        assertThat(file()).doesNotExist();

        var unclean = Ledger.begin(directory, OWNER, CLOCK);
        unclean.aboutToCreate(CLIENT);
        unclean.close();
        assertThat(file()).exists();
    }

    @Test
    void isLeftAloneWhileItsRunLives() {
        var living = Ledger.begin(directory, OWNER, CLOCK);
        living.aboutToCreate(CLIENT);
        var inUse = new ArrayList<Path>();

        assertThat(OrphanedLedger.in(directory, "trial", inUse::add)).isEmpty();
        assertThat(inUse).containsExactly(file());

        living.close();
        assertThat(OrphanedLedger.in(directory, "trial", inUse::add))
                .extracting(OrphanedLedger::open)
                .containsExactly(List.of(new Ledger.Entry(1, CLIENT, Optional.empty())));
    }

    @Test
    void isOfOneEnvironment() {
        var ledger = Ledger.begin(directory, OWNER, CLOCK);
        ledger.aboutToCreate(CLIENT);
        ledger.close();

        assertThat(OrphanedLedger.in(directory, "other", file -> {})).isEmpty();
    }

    @Test
    void isBegunOnceForARun() {
        Ledger.begin(directory, OWNER, CLOCK);

        assertThatThrownBy(() -> Ledger.begin(directory, OWNER, CLOCK))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("the ledger cannot be written: ");
    }

    @Test
    void ofAnotherVersionIsRefused() throws IOException {
        Files.writeString(directory.resolve("trial.jsonl"), "{\"type\":\"lent\"}\n");

        assertThatThrownBy(() -> OrphanedLedger.in(directory, "trial", file -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no ledger of this version: a line of type lent. Move it out of the way.");
    }

    private Optional<OrphanedLedger> cut(String whole, int length) {
        try {
            var file = Files.writeString(directory.resolve("cut"), whole.substring(0, length));
            return OrphanedLedger.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return directory.resolve("trial-regcontract1.jsonl");
    }
}
