package io.regcontract.suite.twin.anonymise;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether an attribute tells who somebody is, by the words in its name and in those of what it stands in. */
final class PersonalWords {

    static final String TAKEN_OUT = "it may hold a secret, and is taken out";

    /** Of where somebody lives. */
    private static final Set<String> PLACES =
            words("address address1 address2 street house city town village zip postal"
                    + " postcode plz region district location");
    /** Of where somebody is; as numbers with decimals too. */
    private static final Set<String> COORDINATES = words("latitude longitude geo lat lng lon");
    /** Of when somebody was born; as dates too. */
    private static final Set<String> BIRTH = words("birth birthday birthdate dob");
    /** Of who somebody is, and how to reach them. */
    private static final Set<String> PEOPLE = words("email mail name nickname username userid login surname firstname"
            + " lastname forename alias phone mobile landline telephone fax msisdn im about"
            + " bio company employer passport ssn iban account license plate ip signature remarks comment note vat");
    /** Of pages and pictures of somebody, and of accounts elsewhere. */
    private static final Set<String> PROFILES = words("photo avatar picture image img thumbnail selfie portrait url uri"
            + " link href website homepage web identifier handle profile openid facebook twitter google linkedin"
            + " instagram apple github microsoft paypal xing tiktok snapchat whatsapp telegram skype wechat"
            + " yahoo");

    private static final Set<String> PERSONAL = Stream.of(PLACES, COORDINATES, BIRTH, PEOPLE, PROFILES)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    /** Names that are personal as a whole, though no word of them is. */
    private static final Set<String> NAMES = words("remotekey externalid socialid providerid subjectid personid");
    /** Names that say nothing: it depends on what they stand in, as in photos/value. */
    private static final Set<String> NAMELESS = words("value formatted");
    /** Words of what everything below is personal in, as far as it is a text. */
    private static final Set<String> ABOVE = words("address person contact");
    /** Words of what opens an account elsewhere: it is taken out. */
    private static final Set<String> SECRET = words("credential token secret");

    private static final Set<String> TYPES = words("string json date dateTime integer");

    private PersonalWords() {}

    /** Why an attribute is personal, if it is. */
    static Optional<String> reason(String path, String type) {
        var own = wordsOf(path.substring(path.lastIndexOf('/') + 1));
        if (type.equals("decimal")) {
            return among(own, COORDINATES);
        }
        if (!TYPES.contains(type)) {
            return Optional.empty();
        }
        if (among(own, SECRET).isPresent()) {
            return Optional.of(TAKEN_OUT);
        }
        if (type.equals("date") || type.equals("dateTime")) {
            return among(own, BIRTH);
        }
        if (NAMES.contains(String.join("", own))) {
            return Optional.of("its name is that of an account elsewhere");
        }
        return among(own, PERSONAL).or(() -> byWhatItStandsIn(path, own, type));
    }

    private static Optional<String> byWhatItStandsIn(String path, List<String> own, String type) {
        var all = wordsOf(path);
        if (among(own, NAMELESS).isPresent()) {
            return among(all, PERSONAL);
        }
        return type.equals("string") ? among(all, ABOVE) : Optional.empty();
    }

    private static Optional<String> among(List<String> words, Set<String> known) {
        return words.stream()
                .filter(word -> known.contains(word) || known.contains(word.replaceFirst("s$", "")))
                .findFirst()
                .map(word -> "its name has the word " + word);
    }

    /** The words of a name that is written in camel case, or with hyphens or underscores. */
    private static List<String> wordsOf(String name) {
        return Arrays.stream(name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                        .toLowerCase(Locale.ROOT)
                        .split("[^a-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" ", -1));
    }
}
