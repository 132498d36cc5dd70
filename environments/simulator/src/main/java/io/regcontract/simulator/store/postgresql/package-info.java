/**
 * State in a schema of a PostgreSQL database. Only this package knows the driver and the library for migrations, which
 * are not there in every application that embeds a simulator.
 */
@NullMarked
package io.regcontract.simulator.store.postgresql;

import org.jspecify.annotations.NullMarked;
