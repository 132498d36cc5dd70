package io.regcontract.contract;

import io.regcontract.contract.loading.AttributesFile;
import io.regcontract.contract.loading.ContractDataException;
import io.regcontract.contract.loading.ContractDigest;
import io.regcontract.contract.loading.ContractFiles;
import io.regcontract.contract.loading.DataReader;
import io.regcontract.contract.loading.ErrataFile;
import io.regcontract.contract.loading.ErrorSchemaFiles;
import io.regcontract.contract.loading.Lazy;
import io.regcontract.contract.loading.OperationsFile;
import io.regcontract.contract.loading.PromisesFile;
import io.regcontract.contract.loading.ReadingsFile;
import io.regcontract.contract.model.Attributes;
import io.regcontract.contract.model.DocumentedError;
import io.regcontract.contract.model.Erratum;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operations;
import io.regcontract.contract.model.Promise;
import io.regcontract.contract.model.Reading;
import io.regcontract.contract.model.ResolvedCode;
import io.regcontract.contract.validation.SchemaFinding;
import io.regcontract.contract.validation.SchemaSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The error contract of the Registration APIs: what is documented, where the documentation is at odds, how we read it, and the schemas that tell
 * whether an answer keeps it. Immutable and safe to share between threads.
 */
public final class Contract {

    private static final String ENVELOPE = "https://regcontract.dev/contract/envelope";
    private static final String ELEMENT = "https://regcontract.dev/contract/element";

    private static final String TWIN = "twin.";

    private static final Lazy<Contract> LOADED = new Lazy<>(Contract::new);

    private final SortedMap<ErrorCode, ErrorSchemaFiles.Entry> entries;
    private final List<DocumentedError> errors;
    private final List<Erratum> errata;
    private final List<Reading> readings;
    private final Operations operations;
    private final Attributes attributes;
    private final List<String> envelopeFields;
    private final int requestTokenLength;
    private final SchemaSet schemas;
    private final List<Promise> promises;
    private final List<Promise> trafficPromises;
    private final String digest;

    private Contract(Contract other, Operations operations, Attributes attributes) {
        this.entries = other.entries;
        this.errors = other.errors;
        this.errata = other.errata;
        this.readings = other.readings;
        this.operations = operations;
        this.attributes = attributes;
        this.envelopeFields = other.envelopeFields;
        this.requestTokenLength = other.requestTokenLength;
        this.schemas = other.schemas;
        this.promises = other.promises;
        this.trafficPromises = other.trafficPromises;
        this.digest = other.digest;
    }

    private Contract() {
        JsonNode envelope = ContractFiles.json("envelope.schema.json");
        entries = ErrorSchemaFiles.errors(envelope);
        errors = entries.values().stream().map(ErrorSchemaFiles.Entry::error).toList();
        errata = ErrataFile.read();
        readings = ReadingsFile.read();
        operations = OperationsFile.read();
        attributes = AttributesFile.read();
        envelopeFields = List.copyOf(envelope.path("properties").propertyNames());
        requestTokenLength = new DataReader(
                        "contract/envelope.schema.json request_token",
                        envelope.path("properties").path("request_token"))
                .integer("maxLength");
        schemas = new SchemaSet(schemas(envelope, entries.values()));
        promises = PromisesFile.read();
        trafficPromises = ofTraffic(promises);
        digest = ContractDigest.ofAllFiles();
    }

    /**
     * Reads the contract. It is read once in the life of a program; later calls return the same.
     *
     * @throws ContractDataException when its data files are missing or contradict each other
     */
    public static Contract load() {
        return LOADED.get();
    }

    /** This contract with another operation at its path. */
    public Contract with(Operation operation) {
        return new Contract(this, operations.with(operation), attributes);
    }

    /** This contract with other attributes. */
    public Contract with(Attributes others) {
        return new Contract(this, operations, others);
    }

    /** The documented errors, by code. */
    public List<DocumentedError> errors() {
        return errors;
    }

    /** What is documented about a code. */
    public DocumentedError error(ErrorCode code) {
        return entry(code).error();
    }

    /** What is documented about a code, if it is documented. */
    public Optional<DocumentedError> find(int code) {
        return ErrorCode.of(code).map(this::error);
    }

    /** What a code means that came in an answer, whether it is documented or not. */
    public ResolvedCode resolve(int code) {
        return find(code)
                .<ResolvedCode>map(ResolvedCode.Documented::new)
                .or(() -> catchAllAbove(code).map(parent -> new ResolvedCode.CatchAll(code, parent)))
                .orElseGet(() -> new ResolvedCode.Unknown(code));
    }

    /**
     * The documented catch-all above a documented code: the multiple of 10 below it, or the multiple of 100 when the table has no such multiple of 10.
     * Nothing for a multiple of 100, and for 402 and others whose 400 is not in the table.
     */
    public Optional<DocumentedError> catchAllOf(ErrorCode code) {
        return catchAllAbove(code.code());
    }

    private Optional<DocumentedError> catchAllAbove(int code) {
        return parent(code, 10).or(() -> parent(code, 100));
    }

    private Optional<DocumentedError> parent(int code, int step) {
        int parent = Math.floorDiv(code, step) * step;
        return parent == code ? Optional.empty() : find(parent);
    }

    /** Where the documentation is at odds with itself or with the recorded service, by id. */
    public List<Erratum> errata() {
        return errata;
    }

    /** The erratum of this id, such as {@code E-01}. */
    public Optional<Erratum> erratum(String id) {
        return errata.stream().filter(erratum -> erratum.id().equals(id)).findFirst();
    }

    /** How we read the documentation where it leaves room. */
    public List<Reading> readings() {
        return readings;
    }

    /** The reading of this id, such as {@code R-order}. */
    public Optional<Reading> reading(String id) {
        return readings.stream().filter(reading -> reading.id().equals(id)).findFirst();
    }

    /** The operations of the API. */
    public Operations operations() {
        return operations;
    }

    /** The attributes of entity types: what they may hold and which code comes when they do not. */
    public Attributes attributes() {
        return attributes;
    }

    /** What is promised of every error answer, each with the id of the check that examines it. */
    public List<Promise> promises() {
        return promises;
    }

    /** What recorded traffic is held against: the same but for the call without the cause, which nobody made, and what is asked of traffic alone. */
    public List<Promise> trafficPromises() {
        return trafficPromises;
    }

    private static List<Promise> ofTraffic(List<Promise> ofAnyAnswer) {
        return Stream.concat(
                        ofAnyAnswer.stream().filter(promise -> !promise.id().startsWith(TWIN)),
                        PromisesFile.ofTraffic().stream())
                .toList();
    }

    /** What tells this contract from every other one, as {@link #load() read}: 64 hexadecimal digits. */
    public String digest() {
        return digest;
    }

    /** How many characters a request token has (registration-error-codes, Request token). */
    public int requestTokenLength() {
        return requestTokenLength;
    }

    /**
     * Checks an error answer against the schema of the code it should carry, envelope included.
     *
     * @return what is wrong, by pointer, at most the first hundred; empty when the answer keeps the contract
     */
    public List<SchemaFinding> validate(ErrorCode code, JsonNode body) {
        return schemas.validate(idOf(code), body);
    }

    /** Checks an error answer against what holds for all of them. */
    public List<SchemaFinding> validateEnvelope(JsonNode body) {
        return schemas.validate(ENVELOPE, body);
    }

    /** Checks an error object among the results of /entity.bulkCreate: it has the code's fields and no request token. */
    public List<SchemaFinding> validateElement(ErrorCode code, JsonNode element) {
        return schemas.validate(elementIdOf(code), element);
    }

    /** The fields that belong to every error answer. */
    public List<String> envelopeFields() {
        return envelopeFields;
    }

    /** The fields that an answer with this code may hold without being remarked upon: those of the envelope, then the extra ones. */
    public Set<String> knownFields(ErrorCode code) {
        Set<String> fields = new LinkedHashSet<>(envelopeFields);
        fields.addAll(error(code).extraFields().keySet());
        return Collections.unmodifiableSet(fields);
    }

    private ErrorSchemaFiles.Entry entry(ErrorCode code) {
        ErrorSchemaFiles.Entry entry = entries.get(code);
        if (entry == null) {
            throw new ContractDataException("contract/errors: no schema for code " + code.code());
        }
        return entry;
    }

    private static String idOf(ErrorCode code) {
        return "https://regcontract.dev/contract/errors/" + code.code();
    }

    private static String elementIdOf(ErrorCode code) {
        return "https://regcontract.dev/contract/elements/" + code.code();
    }

    private static Map<String, JsonNode> schemas(JsonNode envelope, Collection<ErrorSchemaFiles.Entry> entries) {
        Map<String, JsonNode> schemas = new HashMap<>();
        schemas.put(ENVELOPE, envelope);
        schemas.put(ELEMENT, ContractFiles.json("element.schema.json"));
        for (ErrorSchemaFiles.Entry entry : entries) {
            ErrorCode code = entry.error().code();
            schemas.put(idOf(code), entry.schema());
            // The same promise about the same code, on the smaller ground of an element.
            schemas.put(
                    elementIdOf(code),
                    entry.schema().deepCopy().put("$id", elementIdOf(code)).put("$ref", "../element"));
        }
        return schemas;
    }
}
