package io.regcontract.suite.twin.anonymise;

import java.util.Locale;
import java.util.Set;

/**
 * Hosts of providers that many people have accounts or pictures at: they tell the provider and nobody in person. Hosts
 * with the name of somebody in them, such as those of blogs, are none.
 */
final class SharedHosts {

    private static final Set<String> ALL = Set.of(
            "accounts.google.com",
            "appleid.apple.com",
            "facebook.com",
            "github.com",
            "graph.facebook.com",
            "gravatar.com",
            "instagram.com",
            "lh3.googleusercontent.com",
            "linkedin.com",
            "login.live.com",
            "me.yahoo.com",
            "openid.aol.com",
            "pbs.twimg.com",
            "platform-lookaside.fbsbx.com",
            "plus.google.com",
            "profile.live.com",
            "profiles.google.com",
            "secure.gravatar.com",
            "twitter.com",
            "vk.com",
            "www.facebook.com",
            "www.google.com",
            "www.gravatar.com",
            "www.instagram.com",
            "www.linkedin.com",
            "www.paypal.com",
            "www.twitter.com",
            "x.com",
            "xing.com",
            "www.xing.com");

    private SharedHosts() {}

    static boolean has(String host) {
        return ALL.contains(host.toLowerCase(Locale.ROOT));
    }
}
