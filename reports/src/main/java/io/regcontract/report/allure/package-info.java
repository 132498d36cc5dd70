/**
 * Allure's own report: has its generator write it, makes the one file small, and carries its history from run to run.
 * Decides nothing, and may use nothing else of reports.
 */
@NullMarked
package io.regcontract.report.allure;

import org.jspecify.annotations.NullMarked;
