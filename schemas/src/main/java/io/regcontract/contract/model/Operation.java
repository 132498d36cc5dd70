package io.regcontract.contract.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One path of the API: what it takes, who may call it and which errors are known of it.
 *
 * @param path with its leading slash, such as {@code /entity.create}
 * @param methods the HTTP methods it takes, the usual one first
 * @param group the first word of its path: clients, settings, entity, entityType, access, oauth, versions
 * @param api the API under which the vendor documents it
 * @param parameters in the order of the documentation; names that are not listed may still be taken (fields of a form)
 * @param credentials the forms in which a caller may say who it is, in the order of the file
 * @param features a client needs one of them; empty when the operation asks for no client of its own
 * @param allowList whether the allow list of the client is respected
 * @param errors the codes it is known to give in its own way; those of any operation are added by {@link Operations#errorsOf}
 * @param sources where all of this was found
 * @param evidence how good the sources are
 * @param notes what a reader should know, and which of it is our reading
 */
public record Operation(
        String path,
        List<String> methods,
        String group,
        String api,
        List<Parameter> parameters,
        Set<Credential> credentials,
        Set<Feature> features,
        AllowList allowList,
        List<KnownError> errors,
        List<String> sources,
        Evidence evidence,
        List<String> notes) {

    public Operation {
        methods = List.copyOf(methods);
        parameters = List.copyOf(parameters);
        credentials = Collections.unmodifiableSet(new LinkedHashSet<>(credentials));
        features = Collections.unmodifiableSet(new LinkedHashSet<>(features));
        errors = List.copyOf(errors);
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
    }

    /** The parameter of this name, when it is listed. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** The parameters that may never be left out. */
    public List<Parameter> alwaysRequired() {
        return parameters.stream()
                .filter(parameter -> parameter.required() instanceof Requirement.Always)
                .toList();
    }

    /** {@code /entityType.addAttribute} as {@code entity-type-add-attribute}, the second part of requirement ids. Two spellings of a path share it. */
    public String slug() {
        return slugOf(path);
    }

    /** The same for any path. */
    public static String slugOf(String path) {
        return path.substring(1)
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** Its path: whatever else there is to say would not fit a line. */
    @Override
    public String toString() {
        return path;
    }

    /**
     * A parameter of an operation.
     *
     * @param name as it is sent
     * @param type what it may hold
     * @param choices every value that it takes, or that its elements take; empty unless its type is a choice
     * @param range the numbers that it takes, as far as that is known
     * @param required whether it may be left out
     * @param conflicts names of the parameters that may not be sent with it
     * @param note empty when there is nothing to say
     */
    public record Parameter(
            String name,
            ParameterType type,
            List<String> choices,
            Range range,
            Requirement required,
            List<String> conflicts,
            String note) {
        public Parameter {
            choices = List.copyOf(choices);
            conflicts = List.copyOf(conflicts);
        }

        /** The error when it is required and left out. */
        public KnownError whenMissing() {
            return type.whenMissing();
        }

        /** Values that it does not take: those of its type, and those just outside of its range. */
        public List<WrongValue> wrongValues() {
            return Stream.concat(type.wrongValues().stream(), range.outside().stream())
                    .toList();
        }
    }

    /**
     * The numbers that a parameter takes.
     *
     * @param least {@link Long#MIN_VALUE} when none is known
     * @param most {@link Long#MAX_VALUE} when none is known
     * @param reading the reading that says what comes of any other
     */
    public record Range(long least, long most, String reading) {

        /** A range outside of which a number is an argument like any other that is wrong. */
        public Range(long least, long most) {
            this(least, most, "R-argument");
        }

        /** The values next to it on either side, as they are sent. */
        List<WrongValue> outside() {
            List<WrongValue> outside = new ArrayList<>();
            if (least != Long.MIN_VALUE) {
                outside.add(outside(least - 1, "it is less than " + least));
            }
            if (most != Long.MAX_VALUE) {
                outside.add(outside(most + 1, "it is more than " + most));
            }
            return outside;
        }

        private WrongValue outside(long value, String because) {
            return new WrongValue(
                    Long.toString(value), ErrorCode.INVALID_ARGUMENT.code(), ErrorEvidence.INFERRED, because, reading);
        }
    }

    /** Whether a parameter may be left out. */
    public sealed interface Requirement {

        /** It may not. */
        record Always() implements Requirement {}

        /** It may, when one of the others is there: a parameter, or a setting written {@code setting:NAME}. */
        record Unless(List<String> others) implements Requirement {
            public Unless {
                others = List.copyOf(others);
            }
        }

        /**
         * One of the group must be there.
         *
         * @param group parameters that carry the same group name stand in for each other
         */
        record OneOf(String group) implements Requirement {}

        /** It may, unless one of the others is there. */
        record With(List<String> others) implements Requirement {
            public With {
                others = List.copyOf(others);
            }
        }

        /** It may: a page marks it as required, and calls without it are known to succeed. */
        record Contested() implements Requirement {}

        /** It may. */
        record No() implements Requirement {}
    }

    /**
     * An error that an operation is known to give.
     *
     * @param code documented or not
     * @param evidence how we know
     * @param condition what makes it happen, empty when the meaning of the code says it all
     */
    public record KnownError(int code, ErrorEvidence evidence, String condition) {}

    /** A form in which a caller may say who it is. */
    public enum Credential {
        BASIC,
        PARAMETERS,
        SIGNATURE,
        OAUTH_TOKEN,
        CREATION_TOKEN,
        /** A signature made with the refresh secret that came with an access token. */
        REFRESH_SECRET,
        CLIENT_ID_ONLY,
        NONE
    }

    /** A permission of a client. */
    public enum Feature {
        OWNER,
        ACCESS_ISSUER,
        DIRECT_ACCESS,
        DIRECT_READ_ACCESS,
        LOGIN_CLIENT
    }

    /** Whether the allow list of the calling client counts. */
    public enum AllowList {
        YES,
        NO,
        UNKNOWN
    }

    /** How well an operation is known. */
    public enum Evidence {
        /** Its answers were recorded from the real service. */
        RECORDED,
        /** It has a page of its own. */
        DOCUMENTED,
        /** It is named, little more. */
        THIN
    }

    /** How we know that an operation gives an error. */
    public enum ErrorEvidence {
        /** An answer of the real service is known, from a fixture or printed in the documentation. */
        RECORDED,
        /** A page about the operation says so. */
        DOCUMENTED,
        /** A client of the vendor handles it. */
        CLIENT_CODE,
        /** It follows from the meaning of the code. */
        INFERRED
    }
}
