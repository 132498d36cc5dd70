package io.regcontract.simulator.application;

import io.regcontract.simulator.store.Table;
import java.util.List;
import java.util.Locale;

/** The messages that an application would have sent, the latest of them. */
public final class Outbox {

    private static final int MOST = 1_000;

    private final Table<Mail> table;

    Outbox(Table<Mail> table) {
        this.table = table;
    }

    /** Puts a message with the others; the oldest makes way when there are too many. */
    public synchronized void send(Mail mail) {
        var mails = table.values();
        long number = 0;
        if (!mails.isEmpty()) {
            number = Long.parseLong(table.keys().get(mails.size() - 1)) + 1;
        }
        if (mails.size() >= MOST) {
            table.remove(table.keys().get(0));
        }
        table.put(String.format(Locale.ROOT, "%018d", number), mail);
    }

    /** All messages, the oldest first. */
    public List<Mail> all() {
        return List.copyOf(table.values());
    }
}
