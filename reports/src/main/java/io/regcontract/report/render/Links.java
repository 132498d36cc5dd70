package io.regcontract.report.render;

import io.regcontract.contract.model.DocumentedError;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.GateFinding;
import io.regcontract.report.policy.Waiver;
import java.util.Optional;

/** Where more is to be read. Nothing here is ever fetched. */
public final class Links {

    private static final String PAGE =
            "https://techdocs.akamai.com/identity-cloud-entity/reference/registration-error-codes";

    private Links() {}

    /** The vendor's page that documents an error; it has one page for all of them and no anchors. */
    public static String documentation(DocumentedError error) {
        return PAGE + "#" + error.code().code();
    }

    /** The address of the waiver's issue, else the documentation of the code. */
    public static Optional<String> of(Decision decision, GateFinding finding) {
        return finding.waiver().map(Waiver::issue).filter(Links::isAddress).or(() -> finding.judgement()
                .flatMap(judgement -> decision.codes().stream()
                        .map(code -> code.error())
                        .filter(error -> error.code().code() == judgement.code())
                        .map(Links::documentation)
                        .findFirst()));
    }

    /** Whether a text is an address a browser may be sent to, and nothing that runs. */
    public static boolean isAddress(String text) {
        return text.matches("https?://[^\\s\"'<>]+");
    }
}
