package io.regcontract.traffic.request;

import io.regcontract.contract.model.Operation;
import io.regcontract.traffic.scope.Address;

/** The request of an exchange that belongs to the API, taken apart. */
public record ApiCall(
        Operation operation, Address address, RequestParameters parameters, RequestCredentials credentials) {}
