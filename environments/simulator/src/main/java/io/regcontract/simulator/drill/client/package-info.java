/** Drills of clients: their secrets, features and addresses. It uses what all areas share and no other area of drills. */
@NullMarked
package io.regcontract.simulator.drill.client;

import org.jspecify.annotations.NullMarked;
