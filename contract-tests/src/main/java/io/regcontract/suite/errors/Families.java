package io.regcontract.suite.errors;

import io.regcontract.suite.scenario.ErrorFamily;
import java.util.List;

/** Every family, by its codes. */
public final class Families {

    private Families() {}

    /** New instances of all of them. */
    public static List<ErrorFamily> all() {
        return List.of(
                new Arguments(), // 100, 200, 201, 205
                new SignIn(), // 210-214
                new Applications(), // 221, 224
                new EntityTypes(), // 222, 223, 232-234
                new Flows(), // 226, 540
                new Records(), // 300, 310, 320, 330
                new DataTypes(), // 340-342
                new Constraints(), // 352, 360-363
                new Forms(), // 380, 390
                new Permissions(), // 402, 403
                new Expiry(), // 413-417, 420
                new Availability(), // 480, 500, 510
                new SeveralAtOnce()); // two of any of them
    }
}
