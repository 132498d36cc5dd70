package io.regcontract.contract.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A text with its escapes undone, one layer at a time: the percents of addresses and forms, the backslashes of JSON and of
 * scripts, and the entities of HTML, by name or by number. Each of its characters is a byte of UTF-8, as
 * {@link SecretForms#octets} writes them, and knows where it stood in the text as it came.
 */
public final class UnescapedText {

    /** Deeper than anybody nests by accident; JSON in a form in JSON in a page is four. */
    private static final int MOST_LAYERS = 6;

    private static final int LONGEST_NAME = 8;

    private static final String[] WAYS = {SecretForms.PLAIN, "URL-encoded", "JSON", "XML"};
    private static final byte URL = 1;
    private static final byte SCRIPT = 2;
    private static final byte PAGE = 3;

    /** The names of printable ASCII characters in pages. */
    private static final Map<String, Character> NAMES =
            names("amp & AMP & lt < LT < gt > GT > quot \" QUOT \" apos ' excl ! num # dollar $ percnt % "
                    + "lpar ( rpar ) ast * midast * plus + comma , period . sol / colon : semi ; equals = "
                    + "quest ? commat @ lsqb [ lbrack [ bsol \\ rsqb ] rbrack ] Hat ^ lowbar _ grave ` lcub { "
                    + "lbrace { verbar | vert | rcub } rbrace }");

    private final String text;
    private final int[] starts;
    private final byte[] ways;

    private UnescapedText(String text, int[] starts, byte[] ways) {
        this.text = text;
        this.starts = starts;
        this.ways = ways;
    }

    /** The layers below a text, the uppermost first; none where it has no escapes. */
    public static List<UnescapedText> layersOf(String text) {
        if (!mayHaveEscapes(text)) {
            return List.of();
        }
        var octets = SecretForms.octets(text);
        return below(new UnescapedText(octets, octets.equals(text) ? new int[0] : positions(text), new byte[0]));
    }

    /** The same for a text that is a character for each byte already. */
    public static List<UnescapedText> layersOfOctets(String octets) {
        return below(new UnescapedText(octets, new int[0], new byte[0]));
    }

    private static List<UnescapedText> below(UnescapedText text) {
        var layers = new ArrayList<UnescapedText>();
        var above = text;
        for (var layer = above.below(); layer.isPresent() && layers.size() < MOST_LAYERS; layer = above.below()) {
            layers.add(layer.get());
            above = layer.get();
        }
        return layers;
    }

    /** The layer's text. */
    public String text() {
        return text;
    }

    /** Where a character of the layer begins in the text as it came; the end of the last one for the layer's length. */
    public int start(int index) {
        return starts.length == 0 ? index : starts[index];
    }

    /** In which form a part of the layer stood in the text as it came: plain where none of it was escaped. */
    public String way(int from, int to) {
        byte way = 0;
        for (int index = from; index < to && index < ways.length; index++) {
            way = ways[index] == 0 ? way : ways[index];
        }
        return WAYS[way];
    }

    /** @param pairs names, each before its character */
    private static Map<String, Character> names(String pairs) {
        var words = pairs.split(" ", -1);
        return IntStream.range(0, words.length / 2)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(pair -> words[2 * pair], pair -> words[2 * pair + 1].charAt(0)));
    }

    private static boolean mayHaveEscapes(String text) {
        return text.indexOf('%') >= 0 || text.indexOf('\\') >= 0 || text.indexOf('&') >= 0;
    }

    /** Where each byte's character begins in a text. */
    private static int[] positions(String text) {
        var positions = new int[3 * text.length() + 1];
        int length = 0;
        for (int index = 0; index < text.length(); ) {
            int character = text.codePointAt(index);
            int bytes = new String(Character.toChars(character)).getBytes(StandardCharsets.UTF_8).length;
            for (int octet = 0; octet < bytes; octet++) {
                positions[length++] = index;
            }
            index += Character.charCount(character);
        }
        positions[length++] = text.length();
        return Arrays.copyOf(positions, length);
    }

    private Optional<UnescapedText> below() {
        return mayHaveEscapes(text) ? new Undoing().undone() : Optional.empty();
    }

    /** One layer being undone. */
    private final class Undoing {

        private final StringBuilder undone = new StringBuilder(text.length());
        private int[] undoneStarts = new int[text.length() + 1];
        private byte[] undoneWays = new byte[text.length()];
        private boolean changed;
        /** Where the escape ends that was read last. */
        private int end;

        Optional<UnescapedText> undone() {
            for (int at = 0; at < text.length(); at = end) {
                char first = text.charAt(at);
                end = at + 1;
                if (first == '%') {
                    percent(at);
                } else if (first == '\\') {
                    backslash(at);
                } else if (first == '&') {
                    entity(at);
                } else {
                    add(first, at, ways.length == 0 ? 0 : ways[at]);
                }
            }
            if (!changed) {
                return Optional.empty();
            }
            undoneStarts[undone.length()] = start(text.length());
            return Optional.of(new UnescapedText(
                    undone.toString(),
                    Arrays.copyOf(undoneStarts, undone.length() + 1),
                    Arrays.copyOf(undoneWays, undone.length())));
        }

        private void percent(int at) {
            int octet = number(at + 1, at + 3, 16);
            if (octet < 0) {
                keep(at);
            } else {
                end = at + 3;
                undo((char) octet, at, URL);
            }
        }

        private void backslash(int at) {
            char kind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            switch (kind) {
                case 'u' -> {
                    int brace = at + 2 < text.length() && text.charAt(at + 2) == '{' ? nearby('}', at + 3) : -1;
                    if (brace > 0) {
                        character(number(at + 3, brace, 16), at, brace + 1, SCRIPT);
                    } else {
                        unit(at);
                    }
                }
                case 'x' -> character(number(at + 2, at + 4, 16), at, at + 4, SCRIPT);
                case '"', '\\', '/', '\'' -> character(kind, at, at + 2, SCRIPT);
                default -> keep(at);
            }
        }

        /** A unit of UTF-16, perhaps the first of two that are one character. */
        private void unit(int at) {
            int unit = number(at + 2, at + 6, 16);
            int second = unit >= Character.MIN_HIGH_SURROGATE
                            && unit <= Character.MAX_HIGH_SURROGATE
                            && text.startsWith("\\u", at + 6)
                    ? number(at + 8, at + 12, 16)
                    : -1;
            if (second >= Character.MIN_LOW_SURROGATE && second <= Character.MAX_LOW_SURROGATE) {
                character(Character.toCodePoint((char) unit, (char) second), at, at + 12, SCRIPT);
            } else {
                character(unit, at, at + 6, SCRIPT);
            }
        }

        private void entity(int at) {
            int semicolon = nearby(';', at + 1);
            if (semicolon < 0) {
                keep(at);
            } else if (text.startsWith("#x", at + 1) || text.startsWith("#X", at + 1)) {
                character(number(at + 3, semicolon, 16), at, semicolon + 1, PAGE);
            } else if (text.startsWith("#", at + 1)) {
                character(number(at + 2, semicolon, 10), at, semicolon + 1, PAGE);
            } else {
                var named = NAMES.get(text.substring(at + 1, semicolon));
                character(named == null ? -1 : named, at, semicolon + 1, PAGE);
            }
        }

        /** Takes the escape from {@code at} to {@code to} for this character, or leaves it where it is none. */
        private void character(int codePoint, int at, int to, byte way) {
            if (codePoint < 0 || codePoint > Character.MAX_CODE_POINT) {
                keep(at);
                return;
            }
            end = to;
            var octets = codePoint <= '~'
                    ? Character.toString(codePoint)
                    : SecretForms.octets(Character.toString(codePoint));
            for (int index = 0; index < octets.length(); index++) {
                undo(octets.charAt(index), at, way);
            }
        }

        private void keep(int at) {
            end = at + 1;
            add(text.charAt(at), at, ways.length == 0 ? 0 : ways[at]);
        }

        private void undo(char octet, int at, byte way) {
            changed = true;
            add(octet, at, way);
        }

        private void add(char octet, int at, byte way) {
            int index = undone.length();
            if (index >= undoneWays.length) {
                // An escape is longer than what it stands for, but for very short ones of very long characters.
                undoneWays = Arrays.copyOf(undoneWays, 2 * index + 8);
                undoneStarts = Arrays.copyOf(undoneStarts, 2 * index + 9);
            }
            undoneStarts[index] = start(at);
            undoneWays[index] = way;
            undone.append(octet);
        }

        /** Where an escape ends that begins here; less than 0 where none does. Never looked for through all of a long text. */
        private int nearby(char end, int from) {
            int last = Math.min(text.length(), from + 2 * LONGEST_NAME);
            for (int index = from; index < last; index++) {
                if (text.charAt(index) == end) {
                    return index;
                }
            }
            return -1;
        }

        /** The number that stands in a part of the text; less than 0 where there is none. */
        private int number(int from, int to, int radix) {
            if (from >= to || to > text.length() || to - from > LONGEST_NAME) {
                return -1;
            }
            long number = 0;
            for (int index = from; index < to; index++) {
                int digit = Character.digit(text.charAt(index), radix);
                if (digit < 0) {
                    return -1;
                }
                number = number * radix + digit;
            }
            return number > Character.MAX_CODE_POINT ? -1 : (int) number;
        }
    }
}
