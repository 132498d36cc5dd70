/**
 * What the reports of commands have in common: the look of the page and the directory that gets the files. Knows none of
 * the commands; may use the look of pages and the writing of files of reports.
 */
@NullMarked
package io.regcontract.page;

import org.jspecify.annotations.NullMarked;
