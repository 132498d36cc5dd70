package io.regcontract.facade.pipeline;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** One operation of the API. */
public interface Operation {

    /** Its path, such as {@code /entity.find}. */
    String path();

    /** The group that is switched off for maintenance as a whole. */
    String group();

    /** How its callers say who they are. */
    Credentials credentials();

    /** The features of a client of which one is needed; empty for none. */
    Set<String> features();

    /**
     * Does it.
     *
     * @return what the answer says, without {@code stat}
     * @throws io.regcontract.facade.api.Refusal when it cannot be done
     */
    ObjectNode perform(Call call);
}
