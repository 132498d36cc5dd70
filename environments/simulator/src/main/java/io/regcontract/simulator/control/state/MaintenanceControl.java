package io.regcontract.simulator.control.state;

import java.util.Set;

/** Which groups of operations of an application are off for maintenance; all are on at first. */
public interface MaintenanceControl {

    /** The groups that are off. */
    Set<FeatureGroup> off();

    /** Switches groups off; those that are off already stay off. */
    void begin(FeatureGroup... groups);

    /** Switches groups on; the others stay as they are. */
    void end(FeatureGroup... groups);

    /** Switches all groups on. */
    void end();
}
