package io.regcontract.simulator.control.record;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record, and the person whose account it is, changed behind the back of those who use the API. Every call throws
 * {@link io.regcontract.simulator.control.ControlException} when there is no such record.
 */
public interface RecordControl {

    /** How it is now. */
    RecordView show();

    /**
     * Writes an attribute, as somebody else would; {@code lastUpdated} changes.
     *
     * @param value a text, a number, a boolean, a list, a map or null
     * @throws io.regcontract.simulator.control.ControlException when it breaks the schema
     */
    RecordView change(String attribute, @Nullable Object value);

    /**
     * Writes attributes, as somebody else would; {@code lastUpdated} changes.
     *
     * @throws io.regcontract.simulator.control.ControlException when they break the schema
     */
    RecordView change(Map<String, ?> attributes);

    /** Deletes it with its tokens and codes. */
    void delete();

    /** Deletes the grants of all clients on it with their tokens; codes stay, and are not valid any more. */
    void deleteGrants();

    /**
     * Ends the lifetime of its access tokens.
     *
     * @return how many there were
     */
    int expireTokens();

    /**
     * Ends the lifetime of its codes that were not used: authorization codes and verification codes.
     *
     * @return how many there were
     */
    int expireCodes();

    /** Has every log-in with its address refused as one too many, until {@link #admit}. */
    void throttle();

    /** Lets its address log in, whatever was counted before. */
    void admit();

    /** Notes that its address is verified. */
    void verifyAddress();

    /** Notes that its address is not verified. */
    void unverifyAddress();
}
