package io.regcontract.page;

/**
 * What a page says first.
 *
 * @param subject what it is about
 * @param answer to the page's question
 * @param tone the class of the banner: {@code pass}, {@code reserved}, {@code incomplete} or {@code contract}
 * @param counts markup, of {@link PageMarkup#chip}
 * @param facts markup, of {@link PageMarkup#fact}
 */
public record PageSummary(String subject, String answer, String tone, String sentence, String counts, String facts) {}
