package io.regcontract.simulator.token;

import java.util.List;

/**
 * All that was issued for some records, to be brought back after it was deleted.
 *
 * @param grants the permissions under which the rest was issued
 */
public record IssuedTokens(
        List<Grant> grants,
        List<RefreshSecret> refreshSecrets,
        List<AccessToken> accessTokens,
        List<RefreshToken> refreshTokens,
        List<AuthorizationCode> authorizationCodes,
        List<VerificationCode> verificationCodes) {}
