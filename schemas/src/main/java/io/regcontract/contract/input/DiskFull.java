package io.regcontract.contract.input;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether something failed for want of room on a disk, which no one mends by looking for a defect. */
public final class DiskFull {

    /** As operating systems say it. The JDK has no type for it. */
    private static final Pattern WORDS =
            Pattern.compile("(?i)no space left|disk quota exceeded|not enough space|disk (is )?full");

    private DiskFull() {}

    /** Whether that is in a failure, or in what caused it. */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    && WORDS.matcher(String.valueOf(cause.getMessage())).find()) {
                return true;
            }
        }
        return false;
    }
}
