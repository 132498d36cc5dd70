package io.regcontract.contract.loading;

/** The data files of the contract cannot be read or contradict each other: a defect of this artifact, not of the service that is checked. */
public final class ContractDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ContractDataException(String message) {
        super(message);
    }

    public ContractDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
