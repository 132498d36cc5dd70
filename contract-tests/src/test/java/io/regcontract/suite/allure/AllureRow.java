package io.regcontract.suite.allure;

import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import io.regcontract.contract.Contract;
import io.regcontract.suite.observe.Observation;
import java.nio.file.Path;
import java.util.UUID;

/** A row of the contract as Allure's listener of JUnit reports it: by an index, with JUnit's own status and trace. */
public final class AllureRow {

    private final AllureLifecycle lifecycle;
    private final AllureEvidence evidence;

    /** @param directory of the results */
    public AllureRow(Contract contract, String environment, Path directory) {
        lifecycle = new AllureLifecycle(new FileSystemResultsWriter(directory));
        evidence = new AllureEvidence(contract, environment, lifecycle);
    }

    /** Starts the row, attaches the evidence within it, and has the result written. */
    public void write(Observation observation, String failure) {
        var ofJUnit = new TestResult()
                .setUuid(UUID.randomUUID().toString())
                .setName("holds(Scenario)[7]")
                .setTestCaseId("an index")
                .setHistoryId("an index");
        lifecycle.scheduleTestCase(ofJUnit);
        lifecycle.startTestCase(ofJUnit.getUuid());
        evidence.attach(observation, failure);
        lifecycle.updateTestCase(ofJUnit.getUuid(), result -> result.setStatus(Status.BROKEN)
                .setStatusDetails(
                        new StatusDetails().setMessage("JUnit's own words").setTrace("at JUnit")));
        lifecycle.stopTestCase(ofJUnit.getUuid());
        lifecycle.writeTestCase(ofJUnit.getUuid());
    }
}
