package io.regcontract.simulator.control.message;

import java.util.List;
import java.util.Optional;

/** The messages that an application would have sent, the latest 1,000 of them. */
public interface MailsControl {

    /** All of them, the oldest first. */
    List<SentMail> all();

    /** Those to an address, the oldest first. */
    default List<SentMail> to(String address) {
        return all().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }

    /** The latest one to an address. */
    default Optional<SentMail> latestTo(String address) {
        return to(address).stream().reduce((earlier, later) -> later);
    }
}
