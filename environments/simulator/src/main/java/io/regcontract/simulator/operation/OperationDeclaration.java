package io.regcontract.simulator.operation;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.credential.CredentialForm;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an operation asks for.
 *
 * @param writes whether it changes anything, so that it must be alone
 * @param credentials the forms it takes; none when anyone may call
 * @param features a client needs one of them; none when features do not matter
 * @param provenFeatures one of these does as well, for a client that has proven who it is
 * @param respectsAllowList whether the client's allow list holds here
 * @param calledAs what many calls of it are called when they are too many
 */
public record OperationDeclaration(
        String path,
        FeatureGroup group,
        boolean writes,
        ArgumentRules arguments,
        Set<CredentialForm> credentials,
        List<Feature> features,
        List<Feature> provenFeatures,
        boolean respectsAllowList,
        String calledAs) {

    /** A declaration of an operation that changes something. */
    public static Builder writing(String path, FeatureGroup group) {
        return new Builder(path, group, true);
    }

    /** A declaration of an operation that only looks. */
    public static Builder reading(String path, FeatureGroup group) {
        return new Builder(path, group, false);
    }

    /** Collects a declaration. Without further words it takes the credentials of a client, respects its allow list. */
    public static final class Builder {

        private final String path;
        private final FeatureGroup group;
        private final boolean writes;
        private final List<Parameter> parameters = new ArrayList<>();
        private final List<List<String>> oneOf = new ArrayList<>();
        private final List<List<String>> together = new ArrayList<>();
        private final List<List<String>> conflicting = new ArrayList<>();
        private Set<CredentialForm> credentials =
                EnumSet.of(CredentialForm.BASIC, CredentialForm.CLIENT_PARAMETERS, CredentialForm.SIGNATURE);
        private List<Feature> features = List.of();
        private List<Feature> provenFeatures = List.of();
        private boolean respectsAllowList = true;
        private boolean isForm;
        private String calledAs = "calls";

        private Builder(String path, FeatureGroup group, boolean writes) {
            this.path = path;
            this.group = group;
            this.writes = writes;
        }

        /** Takes these parameters. */
        public Builder takes(Parameter... more) {
            parameters.addAll(List.of(more));
            return this;
        }

        /**
         * Takes the ways to name a record: uuid, id, or the value of a unique attribute. Beside a user's token none
         * of them selects anything (the vendor's page on janrain-oauth), and one that names another record is
         * refused.
         */
        public Builder takesSelector() {
            oneOf.add(List.of("uuid", "id", "key_attribute", "key_value"));
            together.add(List.of("key_attribute", "key_value"));
            conflicting.add(List.of("uuid", "id", "key_attribute"));
            return takes(
                    Parameter.selector("uuid").uuid(),
                    Parameter.selector("id").whole(0, Long.MAX_VALUE),
                    Parameter.selector("key_attribute").path(),
                    Parameter.selector("key_value").json());
        }

        /** Takes the times that the record must have been created and last changed at. */
        public Builder takesTimestamps() {
            return takes(
                    Parameter.optional("created").time(),
                    Parameter.optional("lastUpdated").time());
        }

        /** Takes one of these arguments at most. */
        public Builder conflicting(String... names) {
            conflicting.add(List.of(names));
            return this;
        }

        /** Arguments that come all or not at all. */
        public Builder together(String... names) {
            together.add(List.of(names));
            return this;
        }

        /** Takes one of these arguments at least. */
        public Builder oneOf(String... names) {
            oneOf.add(List.of(names));
            return this;
        }

        /** Takes one more form of credentials. */
        public Builder alsoWith(CredentialForm form) {
            credentials.add(form);
            return this;
        }

        /** Takes exactly these forms of credentials. */
        public Builder onlyWith(CredentialForm... forms) {
            credentials = EnumSet.noneOf(CredentialForm.class);
            credentials.addAll(List.of(forms));
            return this;
        }

        /** Lets clients with one of these features call the operation. */
        public Builder forFeatures(Feature... some) {
            features = List.of(some);
            return this;
        }

        /** One of these features does as well, for a client that shows its secret and does not only name itself. */
        public Builder orWithProof(Feature... some) {
            provenFeatures = List.of(some);
            return this;
        }

        /** The allow list of the client plays no part. */
        public Builder fromEverywhere() {
            respectsAllowList = false;
            return this;
        }

        /** Other parameters are fields of a form, and missing arguments are listed together. */
        public Builder asForm() {
            isForm = true;
            return this;
        }

        /** What many calls of this operation are called. */
        public Builder calledAs(String plural) {
            calledAs = plural;
            return this;
        }

        /** The declaration as described. */
        public OperationDeclaration build() {
            return new OperationDeclaration(
                    path,
                    group,
                    writes,
                    new ArgumentRules(
                            List.copyOf(parameters),
                            List.copyOf(oneOf),
                            List.copyOf(together),
                            List.copyOf(conflicting),
                            isForm,
                            isForm),
                    Set.copyOf(credentials),
                    features,
                    provenFeatures,
                    respectsAllowList,
                    calledAs);
        }
    }
}
