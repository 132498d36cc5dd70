package io.regcontract.simulator.control.state;

import java.time.Duration;

/** The storage of an application's records; it is sound at first. Its faults add up until they are mended. */
public interface StorageControl {

    /** What is wrong with it. */
    StorageFaults faults();

    /** Has it refuse to write. */
    void refuseWrites();

    /** Has it fail to read. */
    void failReads();

    /**
     * Has every search take so long. Nobody waits: a search whose timeout is shorter fails at once, and others succeed
     * at once.
     *
     * @param span in whole seconds, a day at most
     * @throws io.regcontract.simulator.control.ControlException when it is longer
     */
    void slowSearches(Duration span);

    /** Mends it. */
    void mend();
}
