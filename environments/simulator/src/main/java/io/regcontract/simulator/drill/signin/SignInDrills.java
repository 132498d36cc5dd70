package io.regcontract.simulator.drill.signin;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillOperations;
import io.regcontract.simulator.drill.signin.AccountGone.Fate;
import java.util.List;

/** The drills of signing in, of passwords and of the forms of flows. */
public final class SignInDrills {

    private SignInDrills() {}

    /** All of them; of those that lead to one code, the plainest first. */
    public static List<Drill> all(DrillOperations operations) {
        var signIn = operations.at(AccountForm.SIGN_IN);
        var told = operations.at(AccountForm.SIGN_IN, "/oauth/forgot_password_native");
        var hidden = operations.at(AccountForm.SIGN_IN, AccountGone.VERIFY);
        var histories = new PasswordHistories();
        return List.of(
                PasswordChanged.undisclosed(signIn),
                new AccountGone(Fate.DELETED, false, hidden),
                new AccountGone(Fate.MOVED, false, hidden),
                new PasswordRemoved(signIn),
                new AccountGone(Fate.DELETED, true, told),
                new AccountGone(Fate.MOVED, true, told),
                PasswordChanged.disclosed(signIn),
                PasswordUsedBefore.inForm(operations.at("/oauth/update_profile_native"), histories),
                PasswordUsedBefore.inRecord(operations.at("/entity.update", "/entity.replace"), histories),
                new FormTightened(operations.at(
                        AccountForm.SIGN_IN,
                        "/oauth/register_native_traditional",
                        "/oauth/register_native",
                        "/oauth/forgot_password_native",
                        AccountGone.VERIFY,
                        "/oauth/update_profile_native")),
                new LogInThrottled(signIn));
    }
}
