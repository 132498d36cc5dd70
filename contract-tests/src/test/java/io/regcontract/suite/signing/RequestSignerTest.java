package io.regcontract.suite.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.call.Credential;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signatures as the vendor's own clients make them. */
final class RequestSignerTest {

    /** The vector of the vendor's Python client, whose result was computed anew and is right. */
    @Test
    void signsAsTheVendorsClientDoes() {
        var headers = RequestSigner.headers(
                new Credential.Signature("foo", "bar", Duration.ofMinutes(5)),
                "/entity",
                Map.of("param2", "10", "param3", "one=1\ntwo=2,three=3", "param1", "this is a string"),
                Instant.parse("2000-01-01T01:06:01Z"));

        assertThat(headers)
                .extracting(header -> header.name() + ": " + header.value())
                .containsExactly(
                        "Date: 2000-01-01 01:01:01", "Authorization: Signature foo:G3N5RxCVc0d6rDLmBRGvcg2hCVY=");
    }
}
