/**
 * What the record of recorded traffic says beside its observations: which files were judged, from when to when, and what
 * of them says nothing about a code. Uses nothing else of the project.
 */
@NullMarked
package io.regcontract.report.traffic;

import org.jspecify.annotations.NullMarked;
