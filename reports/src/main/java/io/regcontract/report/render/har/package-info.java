/**
 * What was exchanged, as HAR 1.2: the format that browsers, proxies and their viewers share. May use {@code record}; is
 * written from what the record has, whose secrets were taken out when it was made.
 */
@NullMarked
package io.regcontract.report.render.har;

import org.jspecify.annotations.NullMarked;
