package io.regcontract.suite.twin.anonymise;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The characters that one may be replaced by: those of its block of Unicode and of its category. Letters are replaced
 * in lower case, so that two texts that differ in case alone still do.
 */
final class CharacterClass {

    private static final Map<Key, CharacterClass> KNOWN = new ConcurrentHashMap<>();

    private final int[] members;

    private record Key(Character.UnicodeBlock block, int category) {}

    private CharacterClass(List<Integer> members) {
        this.members = members.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The class of a character, whatever its case; one of a single member where it cannot be had back from lower case. */
    static CharacterClass ofAnyCase(int codePoint) {
        var lower = Character.toLowerCase(codePoint);
        return lower == codePoint || Character.toUpperCase(lower) == codePoint
                ? of(lower)
                : new CharacterClass(List.of(codePoint));
    }

    /** The class of a character in lower case; one of a single member for what is neither letter nor digit. */
    private static CharacterClass of(int codePoint) {
        var block = Character.UnicodeBlock.of(codePoint);
        if (block == null || !isReplaced(codePoint)) {
            return new CharacterClass(List.of(codePoint));
        }
        return KNOWN.computeIfAbsent(new Key(block, Character.getType(codePoint)), key -> new CharacterClass(all(key)));
    }

    private static List<Integer> all(Key key) {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(each -> Character.getType(each) == key.category())
                .filter(each -> key.block().equals(Character.UnicodeBlock.of(each)) && isReplaced(each))
                .boxed()
                .toList();
    }

    /** A letter whose case can be changed and changed back, a letter without case, or a digit. */
    private static boolean isReplaced(int codePoint) {
        if (Character.isDigit(codePoint)) {
            return true;
        }
        if (!Character.isLetter(codePoint) || Character.toLowerCase(codePoint) != codePoint) {
            return false;
        }
        var upper = Character.toUpperCase(codePoint);
        boolean isCased = Character.getType(codePoint) == Character.LOWERCASE_LETTER;
        return isCased == (upper != codePoint) && Character.toLowerCase(upper) == codePoint;
    }

    int size() {
        return members.length;
    }

    int member(int index) {
        return members[index];
    }

    int indexOf(int codePoint) {
        return Arrays.binarySearch(members, codePoint);
    }
}
