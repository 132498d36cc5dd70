package io.regcontract.environment;

import java.util.Optional;

/**
 * What somebody put there by hand, to say that the suite may work in an environment.
 *
 * @param place where it is found
 * @param name of the setting or of the header, or the path
 * @param value what it must hold
 */
public record Marker(Place place, String name, Secret value) {

    /** A setting of the application. */
    public Marker(String setting, Secret value) {
        this(Place.SETTING, setting, value);
    }

    /** Where a marker is found. */
    public enum Place {
        /** A setting of the application, read by the API. */
        SETTING,
        /** A header of every answer. */
        HEADER,
        /** A path below the base address, whose answer it is. */
        PATH
    }

    /** The key of the setting that it is; empty when it is none. */
    public Optional<String> setting() {
        return place == Place.SETTING ? Optional.of(name) : Optional.empty();
    }

    /** What it is, for a sentence: {@code the application's setting may-work-here}. */
    public String described() {
        return switch (place) {
            case SETTING -> "the application's setting " + name;
            case HEADER -> "the header " + name + " of an answer";
            case PATH -> "the answer to GET " + name;
        };
    }
}
