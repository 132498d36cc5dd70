package io.regcontract.suite.twin;

/** What is in no export, or not in this one, noted so that nobody looks for it in a twin. */
final class NotExported {

    private NotExported() {}

    static void note(ExportState state, ExportOptions options) {
        state.left("earlier passwords", "this API shows none, nor how many are remembered: a twin takes each again");
        state.left("access tokens, refresh tokens and codes", "this API shows none: people sign in to a twin anew");
        state.left("earlier versions of records and types", "each is exported as it is now");
        options.without().stream().sorted().forEach(part -> state.left(part, "--without says so"));
        if (options.has("access") && !options.has("clients")) {
            state.left("access", "the attributes that each client may see are left out with the clients");
        }
        if (!options.hashes()) {
            state.left("hashes of passwords", "--without-hashes says so");
        }
    }
}
