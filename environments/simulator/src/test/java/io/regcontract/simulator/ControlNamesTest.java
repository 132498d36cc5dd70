package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.control.client.ClientFeature;
import io.regcontract.simulator.control.schema.AttributeConstraint;
import io.regcontract.simulator.control.schema.AttributeKind;
import io.regcontract.simulator.schema.AttributeType;
import io.regcontract.simulator.schema.Constraint;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What the face for tests names is what the service has: it declares the names a second time. */
class ControlNamesTest {

    @Test
    void areThoseOfGroupsAndFeatures() {
        assertThat(names(
                        io.regcontract.simulator.control.state.FeatureGroup.values(),
                        io.regcontract.simulator.control.state.FeatureGroup::publicName))
                .isEqualTo(names(FeatureGroup.values(), FeatureGroup::publicName));
        assertThat(names(ClientFeature.values(), ClientFeature::documentedName))
                .isEqualTo(names(Feature.values(), Feature::documentedName));
    }

    @Test
    void areThoseOfTypesAndConstraints() {
        assertThat(names(AttributeKind.values(), AttributeKind::documentedName))
                .isEqualTo(names(AttributeType.values(), AttributeType::documentedName));
        assertThat(names(AttributeConstraint.values(), AttributeConstraint::documentedName))
                .isEqualTo(names(Constraint.values(), Constraint::documentedName));
    }

    private static <E> List<String> names(E[] constants, Function<E, String> naming) {
        return Arrays.stream(constants).map(naming).toList();
    }
}
