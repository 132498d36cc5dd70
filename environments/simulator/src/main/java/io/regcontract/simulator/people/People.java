package io.regcontract.simulator.people;

import java.util.List;

/**
 * The people of the default application. Each has an account whose state leads to one error, and stays in that state as
 * long as the simulator runs, unless somebody changes it. {@code docs/people.md} says who meets which.
 *
 * <pre>{@code
 * try (var simulator = RegistrationSimulator.builder().people().start()) {
 *     var people = simulator.people();
 *     assertThat(shop.signIn(people.socialOnly().email(), people.password())).isEqualTo(USE_YOUR_OTHER_ACCOUNT);
 * }
 * }</pre>
 */
public final class People {

    static final Person GOOD = new Person("ada@example.com");
    static final Person SOCIAL_ONLY = new Person("sol@example.com");
    static final Person THROTTLED = new Person("theo@example.com");
    static final Person REUSING = new Person("rita@example.com");
    static final Person EXPIRED = new Person("xenia@example.com");
    static final Person UNVERIFIED = new Person("una@example.com");
    static final Person VERIFIED = new Person("vera@example.com");
    static final Person TAKEN = new Person("tam@example.com");
    static final Person REVOKED = new Person("reva@example.com");

    /** Behind the password it makes the one that came before it. */
    static final String FORMER = "-old";

    private final SettledPeople settled;

    People(SettledPeople settled) {
        this.settled = settled;
    }

    /** All of them. */
    public List<Person> all() {
        return List.of(GOOD, SOCIAL_ONLY, THROTTLED, REUSING, EXPIRED, UNVERIFIED, VERIFIED, TAKEN, REVOKED);
    }

    /** The password of everybody who has one. */
    public String password() {
        return settled.password();
    }

    /** Somebody with whom all goes well. */
    public Person good() {
        return GOOD;
    }

    /** Somebody without a password, who signs in at facebook.com only: 210, or 211 in a flow that tells. */
    public Person socialOnly() {
        return SOCIAL_ONLY;
    }

    /** Somebody whose every log-in is one too many: 390. */
    public Person throttled() {
        return THROTTLED;
    }

    /** Somebody who had {@link #formerPassword} before: 214 and 352 for whoever sets it again. */
    public Person reusingPassword() {
        return REUSING;
    }

    /** The password that {@link #reusingPassword} had before. */
    public String formerPassword() {
        return settled.password() + FORMER;
    }

    /** Somebody whose tokens and codes have expired. */
    public Person expired() {
        return EXPIRED;
    }

    /** An access token of {@link #expired}: 414. */
    public String expiredAccessToken() {
        return settled.accessToken();
    }

    /** An authorization code of {@link #expired}, issued to the login client: 415. */
    public String expiredAuthorizationCode() {
        return settled.authorizationCode();
    }

    /** A verification code of {@link #expired}: 416. */
    public String expiredVerificationCode() {
        return settled.verificationCode();
    }

    /** A creation token, which is nobody's, issued to the owner client: 417. */
    public String expiredCreationToken() {
        return settled.creationToken();
    }

    /** Somebody whose address is not verified; no error comes of that. */
    public Person unverified() {
        return UNVERIFIED;
    }

    /** Somebody whose address is verified: 540 for whoever wants to verify it again. */
    public Person verified() {
        return VERIFIED;
    }

    /** Somebody whose address others want to have: 380 and 361. */
    public Person taken() {
        return TAKEN;
    }

    /** Somebody who has taken the grant of the login client back. */
    public Person revoked() {
        return REVOKED;
    }

    /** An authorization code of {@link #revoked}, issued to the login client: 413. */
    public String revokedAuthorizationCode() {
        return settled.revokedCode();
    }
}
