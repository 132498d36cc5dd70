/**
 * Traffic that is already there, as the readers of files and the proxy hand it over, and what the judge says of it. Uses
 * {@code check.answer}; knows no file format, no command line and no network.
 */
@NullMarked
package io.regcontract.traffic;

import org.jspecify.annotations.NullMarked;
