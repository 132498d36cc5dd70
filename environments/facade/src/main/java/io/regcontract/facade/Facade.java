package io.regcontract.facade;

import io.regcontract.facade.control.ControlPlane;
import io.regcontract.facade.http.Gateway;
import io.regcontract.facade.operation.Operations;
import io.regcontract.facade.pipeline.Api;
import io.regcontract.facade.pipeline.ApiLog;
import io.regcontract.facade.store.ApiClient;
import io.regcontract.facade.store.Applications;
import io.regcontract.facade.store.Names;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

/**
 * A running replacement.
 *
 * <pre>{@code
 * try (var facade = Facade.start(EnumSet.of(Fault.EXPIRED_CODE_SUCCEEDS))) {
 *     facade.baseAddress();   // http://127.0.0.1:PORT/legacy/capture, behind X-Gateway-Key
 * }
 * }</pre>
 */
public final class Facade implements AutoCloseable {

    /** Where the paths of its operations begin. */
    public static final String BASE_PATH = "/legacy/capture";

    /** The id of its application. */
    public static final String APPLICATION = "leaving";

    private static final int SECRET = 32;

    private final Gateway gateway;
    private final ApiClient owner =
            ApiClient.of("facade-owner", Names.random(SECRET), Set.of("owner", "access_issuer"));
    private final ApiClient login = ApiClient.of("facade-login", Names.random(SECRET), Set.of("login_client"));
    private final String gatewayKey = Names.random(SECRET);
    private final String marker = Names.random(SECRET);
    private final String controlToken = Names.random(SECRET);

    private Facade(Set<Fault> faults, Set<String> told) {
        var applications = new Applications(Clock.systemUTC(), APPLICATION, owner, login);
        var log = new ApiLog();
        var api = new Api(applications, Operations.all(), faults, log);
        var control = new ControlPlane(applications, log, controlToken, told);
        gateway = new Gateway(BASE_PATH, gatewayKey, marker, api::answer, control::answer);
    }

    /** Starts one that does what it should. */
    public static Facade start() {
        return start(EnumSet.noneOf(Fault.class));
    }

    /** Starts one with faults, on a free port of the loopback address. */
    public static Facade start(Set<Fault> faults) {
        return new Facade(Set.copyOf(faults), Set.copyOf(ControlPlane.CAPABILITIES));
    }

    /** Starts one that does what it should, and whose control plane tells of these capabilities alone. */
    public static Facade telling(Set<String> capabilities) {
        return new Facade(EnumSet.noneOf(Fault.class), capabilities);
    }

    /** Where its operations are, with the base path. */
    public URI baseAddress() {
        return URI.create("http://127.0.0.1:" + gateway.port() + BASE_PATH);
    }

    /** Where its control plane is. */
    public URI controlAddress() {
        return URI.create("http://127.0.0.1:" + gateway.port() + Gateway.CONTROL);
    }

    /** What callers of its operations send in {@link Gateway#KEY_HEADER}. */
    public String gatewayKey() {
        return gatewayKey;
    }

    /** What the answer to {@link Gateway#MARKER} is, for those who test it. */
    public String marker() {
        return marker;
    }

    /** What callers of its control plane send. */
    public String controlToken() {
        return controlToken;
    }

    /** Its client with the owner feature. */
    public ApiClient owner() {
        return owner;
    }

    /** Its client that signs people in. */
    public ApiClient login() {
        return login;
    }

    @Override
    public void close() {
        gateway.close();
    }
}
