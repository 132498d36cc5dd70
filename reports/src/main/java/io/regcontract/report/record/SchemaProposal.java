package io.regcontract.report.record;

/**
 * How something that an answer had, and the contract does not know, would read in the contract. Made of what a service
 * sent, so never to be trusted.
 *
 * @param file of the contract, existing or new
 * @param pointer where in it, as a JSON pointer; empty for the whole file
 * @param schema what would stand there, as JSON text
 */
public record SchemaProposal(String file, String pointer, String schema) {

    /** Where it would stand. */
    public String place() {
        return pointer.isEmpty() ? file : file + " at " + pointer;
    }
}
