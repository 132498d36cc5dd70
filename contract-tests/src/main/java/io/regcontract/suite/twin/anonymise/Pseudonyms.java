package io.regcontract.suite.twin.anonymise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands for a value that tells who somebody is: of the same form, the same one each time, and never the same for
 * two values. An e-mail address stays one, in a domain below {@code .example}, where no mail ever arrives; an address on
 * the web keeps its scheme, and its host where many people share that; a date keeps its year.
 */
public final class Pseudonyms {

    private static final Pattern EMAIL = Pattern.compile("([^\\s@<>\"]+)@([^\\s@<>\"]+\\.[^\\s@<>\"]+)");
    private static final Pattern WEB = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://)([^/?#\\s]*)(.*)", Pattern.DOTALL);
    private static final Pattern DATE = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(.*)");

    private static final Pattern OCTET = Pattern.compile("25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]");

    private static final Pattern PORT = Pattern.compile(":[0-9]*$");

    private final FormatPermutation permutation;

    /** @param permutation under the key of the export */
    public Pseudonyms(FormatPermutation permutation) {
        this.permutation = permutation;
    }

    /** Whether a text tells who somebody is wherever it stands: an e-mail address, or a page or picture at a provider. */
    static boolean isPersonal(String text) {
        var web = WEB.matcher(text);
        return web.matches()
                ? SharedHosts.has(web.group(2)) && web.group(3).length() > 1
                : EMAIL.matcher(text).matches();
    }

    /** What stands for a text. */
    public String of(String text) {
        var web = WEB.matcher(text);
        if (web.matches()) {
            return web.group(1) + host(web.group(2)) + permutation.replace(web.group(3));
        }
        var email = EMAIL.matcher(text);
        if (email.matches()) {
            return permutation.replace(email.group(1)) + "@" + domain(email.group(2));
        }
        return permutation.replace(text);
    }

    /** What stands for a day, or for a day with a time behind it: a day of the same year. */
    String date(String text) {
        var date = DATE.matcher(text);
        if (!date.matches()) {
            return permutation.replace(text);
        }
        try {
            var day = LocalDate.parse(date.group(1));
            var place = new int[] {day.getDayOfYear() - 1};
            permutation.permute(place, List.of(day.lengthOfYear()));
            return day.withDayOfYear(place[0] + 1) + date.group(2);
        } catch (DateTimeException none) {
            return permutation.replace(text);
        }
    }

    /** Many people share the host of a provider; any other may be that of one. What may stand before it is replaced. */
    private String host(String authority) {
        var at = authority.lastIndexOf('@') + 1;
        var port = PORT.matcher(authority);
        var end = port.find() ? port.start() : authority.length();
        var host = authority.substring(at, end);
        return permutation.replace(authority.substring(0, at))
                + (host.isEmpty() || SharedHosts.has(host) ? host : domain(host))
                + authority.substring(end);
    }

    private String domain(String domain) {
        return permutation.replace(domain) + ".example";
    }

    /** What stands for an IPv4 address: another one. */
    String address(String text) {
        var texts = text.split("\\.", -1);
        if (texts.length != 4 || !Arrays.stream(texts).allMatch(OCTET.asMatchPredicate())) {
            return permutation.replace(text);
        }
        var parts = Arrays.stream(texts).mapToInt(Integer::parseInt).toArray();
        permutation.permute(parts, Collections.nCopies(parts.length, 256));
        return parts[0] + "." + parts[1] + "." + parts[2] + "." + parts[3];
    }
}
