@org.jspecify.annotations.NullMarked
package io.regcontract.testcontainers;
