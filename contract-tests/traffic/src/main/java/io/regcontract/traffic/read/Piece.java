package io.regcontract.traffic.read;

/**
 * A part of a file that is read by itself.
 *
 * @param number counts from 1: the entry of a HAR, or the line of a file of lines
 * @param bytes as they stand in the file; empty for one that is too large
 * @param tooLarge whether it is larger than what is read
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Piece(int number, byte[] bytes, boolean tooLarge) {

    /** Larger ones are not read: an answer of this size is no error, and would not fit beside others. */
    public static final int LARGEST = 16 * 1024 * 1024;

    static final String LIMIT = "16 MiB";
}
