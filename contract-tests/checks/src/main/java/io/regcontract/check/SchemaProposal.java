package io.regcontract.check;

import java.util.function.UnaryOperator;

/**
 * How something that an answer had, and the contract does not know, would read in the contract: for a person to take
 * over, or not.
 *
 * @param file of the contract, existing or new, such as {@code errors/361-unique_violation.schema.json}
 * @param pointer where in it; empty for the whole file
 * @param schema what would stand there, as JSON text
 */
public record SchemaProposal(String file, String pointer, String schema) {

    /** The same with every word passed through {@code rewrite}. */
    SchemaProposal reworded(UnaryOperator<String> rewrite) {
        return new SchemaProposal(rewrite.apply(file), rewrite.apply(pointer), rewrite.apply(schema));
    }
}
