package io.regcontract.simulator.control.call;

import io.regcontract.simulator.control.message.MailKind;
import io.regcontract.simulator.control.message.MailsControl;
import io.regcontract.simulator.control.message.SentMail;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The calls about mails. */
public final class MailsCalls implements MailsControl {

    private final ControlPath path;

    /** @param path of the application */
    public MailsCalls(ControlPath path) {
        this.path = path;
    }

    @Override
    public List<SentMail> all() {
        return path.at("mails").get().path("mails").values().stream()
                .map(MailsCalls::mail)
                .toList();
    }

    private static SentMail mail(JsonNode json) {
        return new SentMail(
                json.path("to").stringValue(),
                JavaValues.named(
                        MailKind.class, MailKind::publicName, json.path("kind").stringValue()),
                json.path("code").stringValue(),
                json.path("link").stringValueOpt().filter(link -> !link.isEmpty()),
                Instant.parse(json.path("time").stringValue()));
    }
}
