package io.regcontract.simulator.control.call;

import io.regcontract.simulator.control.message.SocialControl;
import io.regcontract.simulator.json.Json;
import java.util.Map;

/** The calls about sign-ins at other providers. */
public final class SocialCalls implements SocialControl {

    private final ControlPath path;

    /** @param path of the application */
    public SocialCalls(ControlPath path) {
        this.path = path;
    }

    @Override
    public String signIn(String provider, String identifier, Map<String, ?> profile) {
        var wish = Json.object().put("provider", provider).put("identifier", identifier);
        wish.set("profile", JavaValues.object(profile));
        return path.at("social").post(wish).path("token").stringValue();
    }
}
