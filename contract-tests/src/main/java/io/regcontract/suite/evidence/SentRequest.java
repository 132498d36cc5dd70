package io.regcontract.suite.evidence;

import io.regcontract.check.answer.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request in memory as it is sent, with its secrets.
 *
 * @param method HTTP method
 * @param url where to
 * @param headers beside those of the HTTP client
 * @param form the parameters in the body, by name; empty when the body is no form
 * @param body as text
 */
public record SentRequest(
        String method, String url, List<Answer.Header> headers, Map<String, String> form, String body) {

    /** A POST of a form. */
    public static SentRequest form(String url, List<Answer.Header> headers, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return new SentRequest("POST", url, headers, form, body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
