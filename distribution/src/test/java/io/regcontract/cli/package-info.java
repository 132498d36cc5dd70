@org.jspecify.annotations.NullMarked
package io.regcontract.cli;
