package io.regcontract.drill.trial;

import java.util.List;

/**
 * What an application told in a phase.
 *
 * @param unreadable what it wrote beside that, and nobody understands: why, in sentences
 */
public record Told(List<ToldClaim> claims, List<String> unreadable) {

    /** Nothing at all. */
    public static final Told NOTHING = new Told(List.of(), List.of());

    public Told {
        claims = List.copyOf(claims);
        unreadable = List.copyOf(unreadable);
    }
}
