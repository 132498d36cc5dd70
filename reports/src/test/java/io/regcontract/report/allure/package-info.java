/** Has the real generator write, and opens what it wrote. */
@NullMarked
package io.regcontract.report.allure;

import org.jspecify.annotations.NullMarked;
