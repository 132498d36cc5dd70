package io.regcontract.suite.errors;

import io.regcontract.suite.scenario.ErrorFamily;
import java.util.List;

/** Every family, by its codes. */
public final class ErrorFamilies {

    private ErrorFamilies() {}

    /** New instances of all of them. */
    public static List<ErrorFamily> all() {
        return List.of(
                new ArgumentErrors(), // 100, 200, 201, 205
                new SignInErrors(), // 210-214
                new ApplicationErrors(), // 221, 224
                new EntityTypeErrors(), // 222, 223, 232-234
                new FlowErrors(), // 226, 540
                new RecordErrors(), // 300, 310, 320, 330
                new DataTypeErrors(), // 340-342
                new ConstraintErrors(), // 352, 360-363
                new FormErrors(), // 380, 390
                new PermissionErrors(), // 402, 403
                new ExpiryErrors(), // 413-417, 420
                new AvailabilityErrors(), // 480, 500, 510
                new CombinedErrors()); // two of any of them
    }
}
