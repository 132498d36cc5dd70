/**
 * What was decided about a pair, for people and machines: console, page, JSON, JUnit's XML.
 */
@NullMarked
package io.regcontract.pair.report;

import org.jspecify.annotations.NullMarked;
