package io.regcontract.environment;

/**
 * The two clients the suite speaks as.
 *
 * @param ownerClientId the client with the owner feature: sets up and tears down
 * @param ownerClientSecret its secret
 * @param loginClientId the client that people sign in through; it has no secret
 */
public record Credentials(String ownerClientId, Secret ownerClientSecret, String loginClientId) {}
