package io.regcontract.traffic.proxy.cli;

import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.contract.text.SafeText;
import io.regcontract.environment.Profile;
import io.regcontract.environment.loading.Environments;
import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.suite.transport.TrustedCertificates;
import io.regcontract.traffic.cli.ProfileChoice;
import io.regcontract.traffic.judge.JudgeTerms;
import io.regcontract.traffic.proxy.ProxySettings;
import io.regcontract.traffic.record.RecordTerms;
import io.regcontract.traffic.scope.ApiScope;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * What {@code proxy} is going to do, made of its options.
 *
 * @param settings of the proxy
 * @param terms what traffic is held against
 * @param record how the record is headed, and where it goes
 * @param bodies whether data of people is kept
 */
public record ProxyPlan(ProxySettings settings, JudgeTerms terms, RecordTerms record, boolean bodies) {

    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,8})([kmKM]?)");
    private static final int KIBI = 1024;
    private static final int LARGEST_LIMIT = 32 * KIBI * KIBI;

    /**
     * Makes it.
     *
     * @param records directory with a directory for each run
     * @param profiles directory of the profiles
     * @param variables of the process, to which profiles refer
     * @throws InvalidSettingsException when an option cannot be used, in words for a person
     */
    public static ProxyPlan of(ProxyOptions options, Path records, Path profiles, Map<String, String> variables) {
        var choice = ProfileChoice.of(
                options.environment(),
                options.record().dialect(),
                Environments.in(profiles, variables).forProxy());
        var settings = ProxySettings.of(upstream(options, choice.profile()), listenAt(options))
                .with(
                        choice.profile().flatMap(ProxyPlan::tls),
                        choice.profile().map(ProxyPlan::added).orElseGet(List::of),
                        limit(options.limit()));
        var contract = Contract.load();
        return new ProxyPlan(
                settings,
                JudgeTerms.of(contract, choice.accepted(), new ApiScope(contract.operations(), List.of(), "")),
                choice.record(records, options.record().run(), contract),
                options.record().keepsBodies());
    }

    /** Whom the proxy trusts, and what it shows of itself; empty where the profile says nothing. */
    private static Optional<SSLContext> tls(Profile profile) {
        try {
            return profile.proxy()
                    .clientCertificate()
                    .map(own -> TrustedCertificates.showing(
                            profile.certificates(), own.store(), own.password().reveal()))
                    .or(() -> profile.certificates().map(TrustedCertificates::in));
        } catch (IllegalArgumentException unusable) {
            throw new InvalidSettingsException(String.valueOf(unusable.getMessage()));
        }
    }

    private static List<Answer.Header> added(Profile profile) {
        return profile.proxy().headers().entrySet().stream()
                .map(header ->
                        new Answer.Header(header.getKey(), header.getValue().reveal()))
                .toList();
    }

    private static URI upstream(ProxyOptions options, Optional<Profile> profile) {
        if (options.upstream().isPresent()) {
            return address(
                    "--upstream " + SafeText.typed(options.upstream().get()),
                    options.upstream().get());
        }
        if (profile.isEmpty()) {
            throw new InvalidSettingsException("--upstream names the service to stand before, as"
                    + " https://my-tenant.example.com; or --env names a profile that has its address.");
        }
        var address = profile.get().baseAddress();
        if (address.isEmpty()) {
            throw new InvalidSettingsException(
                    "The environment " + profile.get().name()
                            + " is a simulator without an address of its own: name the service to stand before, with"
                            + " --upstream.");
        }
        return address("The address of the profile", address.get().toString());
    }

    private static URI address(String what, String text) {
        try {
            var address = new URI(text);
            var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https")) && address.getHost() != null) {
                var path = String.valueOf(address.getRawPath());
                if (address.getRawUserInfo() != null) {
                    throw new InvalidSettingsException(
                            "--upstream has credentials in it. Leave them out: clients send" + " their own.");
                }
                if ((!path.isEmpty() && !path.equals("/"))
                        || address.getRawQuery() != null
                        || address.getRawFragment() != null) {
                    throw new InvalidSettingsException(
                            what + " goes beyond host and port. Leave the rest out: the proxy"
                                    + " passes paths on as they are.");
                }
                if (address.getPort() == 0 || address.getPort() > HIGHEST_PORT) {
                    throw new InvalidSettingsException(
                            what + " has no port from 1 to " + HIGHEST_PORT + ". Mend it, or leave the port out.");
                }
                return address;
            }
        } catch (URISyntaxException noAddress) {
            // Said below.
        }
        throw new InvalidSettingsException(
                what + " is no address of a service: write one as https://my-tenant.example.com.");
    }

    private static InetSocketAddress listenAt(ProxyOptions options) {
        if (options.port() < 0 || options.port() > HIGHEST_PORT) {
            throw new InvalidSettingsException(
                    "--port must be a number from 0 to " + HIGHEST_PORT + ", not " + options.port() + ".");
        }
        var bind = options.bind().orElse("127.0.0.1");
        try {
            if (!bind.isBlank()) {
                return new InetSocketAddress(InetAddress.getByName(bind), options.port());
            }
        } catch (UnknownHostException unknown) {
            // Said below.
        }
        throw new InvalidSettingsException("--bind " + SafeText.typed(bind)
                + " is no address, and no name that this machine can look up; write one such as 127.0.0.1, ::1 or"
                + " 0.0.0.0.");
    }

    private static int limit(String text) {
        var size = SIZE.matcher(text);
        if (size.matches()) {
            var unit = size.group(2).toLowerCase(Locale.ROOT);
            var bytes = Long.parseLong(size.group(1)) * (unit.equals("m") ? KIBI * KIBI : unit.equals("k") ? KIBI : 1);
            if (bytes > 0 && bytes <= LARGEST_LIMIT) {
                return (int) bytes;
            }
        }
        throw new InvalidSettingsException(
                "--limit " + SafeText.typed(text) + " is no size from 1 to 32m: write it as 512k or 4m.");
    }
}
