package io.regcontract.report.judge;

/**
 * A secret in a file that others will read.
 *
 * @param file the file
 * @param name what the secret is called; never its value
 * @param form the form in which it was found, such as base64
 */
public record Leak(String file, String name, String form) {}
