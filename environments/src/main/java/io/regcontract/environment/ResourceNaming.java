package io.regcontract.environment;

/**
 * What the things that are made are called.
 *
 * @param prefix what every name begins with
 * @param mailDomain the domain of the addresses of accounts
 */
public record ResourceNaming(String prefix, String mailDomain) {

    /** A prefix that nobody else chooses by chance, and a domain that receives no mail (RFC 2606). */
    public static final ResourceNaming DEFAULT = new ResourceNaming("regcontract", "example.com");
}
