/**
 * Reads the data files under {@code contract/} into the types of {@code model}. Files that are not as they should be are
 * a defect of ours: {@link io.regcontract.contract.loading.ContractDataException}.
 */
@NullMarked
package io.regcontract.contract.loading;

import org.jspecify.annotations.NullMarked;
