/** What commands of this module take alike. It may be used by all of them, and uses none. */
@NullMarked
package io.regcontract.cli.option;

import org.jspecify.annotations.NullMarked;
