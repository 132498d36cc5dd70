package io.regcontract.drill.run;

import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.text.SafeText;
import io.regcontract.contract.yaml.NearestWord;
import io.regcontract.drill.trial.ToldClaim;
import java.util.List;
import java.util.regex.Pattern;

/** A claim as a person or a program writes it: {@code created=250}. */
public final class ToldText {

    private static final List<String> COUNTS = List.of("created", "records", "wrong-password");
    private static final Pattern CLAIM = Pattern.compile("([a-z0-9-]{1,40})=([0-9]{1,15})");

    private ToldText() {}

    /**
     * Reads a claim.
     *
     * @throws IllegalArgumentException when it is none; the message is a sentence without its full stop
     */
    public static ToldClaim claim(String text) {
        var claim = CLAIM.matcher(text);
        if (!claim.matches()) {
            throw new IllegalArgumentException(
                    SafeText.typed(text) + " is no claim; write WHAT=NUMBER, such as created=250");
        }
        var what = claim.group(1);
        boolean code =
                what.matches("[0-9]{3}") && ErrorCode.of(Integer.parseInt(what)).isPresent();
        if (!code && !COUNTS.contains(what)) {
            throw new IllegalArgumentException(SafeText.typed(text) + " tells of nothing that is known; "
                    + NearestWord.to(what, COUNTS)
                            .map(nearest -> "did you mean " + nearest)
                            .orElse("write one of " + String.join(", ", COUNTS) + ", or a documented code"));
        }
        return new ToldClaim(what, Long.parseLong(claim.group(2)));
    }
}
