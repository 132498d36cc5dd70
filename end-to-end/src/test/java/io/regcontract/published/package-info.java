/** The published artifacts, as a repository has them and as applications take them. Uses none of the project's classes. */
@NullMarked
package io.regcontract.published;

import org.jspecify.annotations.NullMarked;
