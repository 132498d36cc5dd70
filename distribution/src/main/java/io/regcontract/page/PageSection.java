package io.regcontract.page;

/**
 * A part of a page below its summary.
 *
 * @param id the part of an address after the number sign
 * @param number stands beside the title in the navigation
 * @param why markup
 * @param content markup
 */
public record PageSection(String id, String title, int number, String why, String content) {}
