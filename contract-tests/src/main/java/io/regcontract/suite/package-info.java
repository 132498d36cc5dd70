/**
 * The suite's front: JUnit shows one row a requirement. Uses the engine and Allure; nothing uses it.
 */
@NullMarked
package io.regcontract.suite;

import org.jspecify.annotations.NullMarked;
