package io.regcontract.traffic.proxy.message;

import java.util.regex.Pattern;

/**
 * The head of an answer that may be passed on.
 *
 * @param status of it
 * @param http10 whether it is HTTP/1.0
 * @param head all of it, as it came
 */
public record AnswerHead(int status, boolean http10, MessageHead head) {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.([01]) ([1-5]\\d\\d)(?: .*)?");

    private static final int GATEWAY = 502;
    private static final int SWITCHING = 101;
    private static final int FIRST_FINAL = 200;

    public static AnswerHead of(MessageHead head) throws BadMessageException {
        var line = STATUS_LINE.matcher(head.startLine());
        if (!line.matches()) {
            throw new BadMessageException(GATEWAY, "its first line is not HTTP/1.1 STATUS REASON");
        }
        var status = Integer.parseInt(line.group(2));
        if (status == SWITCHING) {
            throw new BadMessageException(GATEWAY, "it changes to another protocol, which nobody asked for");
        }
        return new AnswerHead(status, line.group(1).equals("0"), head);
    }

    /** Whether another answer to the same request follows. */
    public boolean interim() {
        return status < FIRST_FINAL;
    }
}
