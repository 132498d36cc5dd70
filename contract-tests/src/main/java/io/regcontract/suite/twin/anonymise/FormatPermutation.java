package io.regcontract.suite.twin.anonymise;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces texts by texts of the same length, with a letter where a letter stood, a digit where a digit stood, and all
 * else as it was. Two texts never become one: it is a permutation of the texts of each form, made of a Feistel network
 * whose rounds are HMAC-SHA256 under a key. Whoever has the key can turn it back.
 */
public final class FormatPermutation {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ROUNDS = 10;

    private final Mac mac;

    /** @param key at least 16 bytes */
    public FormatPermutation(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("a key to anonymise with needs 16 bytes or more, not " + key.length);
        }
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The text that stands for another one. */
    public String replace(String text) {
        var signs = text.codePoints().toArray();
        var classes = new ArrayList<CharacterClass>();
        var places = new ArrayList<Integer>();
        for (int place = 0; place < signs.length; place++) {
            var own = CharacterClass.ofAnyCase(signs[place]);
            if (own.size() > 1) {
                classes.add(own);
                places.add(place);
            }
        }
        var digits = new int[places.size()];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = classes.get(i).indexOf(Character.toLowerCase(signs[places.get(i)]));
        }
        permute(digits, classes.stream().map(CharacterClass::size).toList());
        for (int i = 0; i < digits.length; i++) {
            int place = places.get(i);
            var lower = classes.get(i).member(digits[i]);
            signs[place] = Character.toLowerCase(signs[place]) == signs[place] ? lower : Character.toUpperCase(lower);
        }
        return new String(signs, 0, signs.length);
    }

    /** Replaces digits of a number, each of a radix of its own. */
    void permute(int[] digits, List<Integer> radixes) {
        if (digits.length == 0) {
            return;
        }
        if (digits.length == 1) {
            digits[0] = shuffled(digits[0], radixes.get(0));
            return;
        }
        int middle = digits.length / 2;
        var leftSize = size(radixes, 0, middle);
        var rightSize = size(radixes, middle, digits.length);
        var left = number(digits, radixes, 0, middle);
        var right = number(digits, radixes, middle, digits.length);
        for (int round = 0; round < ROUNDS; round += 2) {
            left = left.add(pseudorandom(round, right, leftSize)).mod(leftSize);
            right = right.add(pseudorandom(round + 1, left, rightSize)).mod(rightSize);
        }
        write(left, digits, radixes, 0, middle);
        write(right, digits, radixes, middle, digits.length);
    }

    /** A single digit has no two halves: its class is put into an order that the key decides. */
    private int shuffled(int digit, int radix) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < radix; i++) {
            order.add(i);
        }
        for (int i = radix - 1; i > 0; i--) {
            var other = pseudorandom(
                            -1,
                            BigInteger.valueOf(i).add(BigInteger.valueOf((long) radix << 32)),
                            BigInteger.valueOf(i + 1L))
                    .intValue();
            var kept = order.get(i);
            order.set(i, order.get(other));
            order.set(other, kept);
        }
        return order.get(digit);
    }

    private static BigInteger size(List<Integer> radixes, int from, int to) {
        var size = BigInteger.ONE;
        for (int i = from; i < to; i++) {
            size = size.multiply(BigInteger.valueOf(radixes.get(i)));
        }
        return size;
    }

    private static BigInteger number(int[] digits, List<Integer> radixes, int from, int to) {
        var number = BigInteger.ZERO;
        for (int i = from; i < to; i++) {
            number = number.multiply(BigInteger.valueOf(radixes.get(i))).add(BigInteger.valueOf(digits[i]));
        }
        return number;
    }

    private static void write(BigInteger number, int[] digits, List<Integer> radixes, int from, int to) {
        var rest = number;
        for (int i = to - 1; i >= from; i--) {
            var parts = rest.divideAndRemainder(BigInteger.valueOf(radixes.get(i)));
            digits[i] = parts[1].intValue();
            rest = parts[0];
        }
    }

    /** A number below a bound; the bytes go 16 beyond those of the bound, so that no number is likelier than others. */
    private BigInteger pseudorandom(int round, BigInteger of, BigInteger below) {
        int bytes = below.bitLength() / 8 + 17;
        var drawn = ByteBuffer.allocate((bytes + 31) / 32 * 32);
        for (int block = 0; drawn.hasRemaining(); block++) {
            mac.update(ByteBuffer.allocate(8).putInt(round).putInt(block).array());
            mac.update(below.toByteArray());
            mac.update((byte) 0);
            drawn.put(mac.doFinal(of.toByteArray()));
        }
        return new BigInteger(1, drawn.array()).mod(below);
    }
}
