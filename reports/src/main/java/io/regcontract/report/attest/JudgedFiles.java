package io.regcontract.report.attest;

import io.regcontract.contract.input.ReadableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The files that a verdict goes by, each with the SHA-256 of its bytes, as {@code sha256sum} prints it. */
public final class JudgedFiles {

    /** In front of the names of the record's files. */
    public static final String RECORD = "record/";

    /** In front of the names of the policy's files. */
    public static final String POLICY = "policy/";

    /** In front of the name of the profile. */
    public static final String PROFILE = "profile/";

    private static final String BASELINE = "baseline/";

    private JudgedFiles() {}

    /**
     * The record of a run.
     *
     * @param run its directory
     * @throws IOException when it cannot be read
     */
    public static List<ResourceDescriptor> record(Path run) throws IOException {
        return described(RECORD, in(run, file -> file.matches("observations-.*\\.jsonl")));
    }

    /**
     * The policy: {@code gate.yaml} and the waivers.
     *
     * @throws IOException when it cannot be read
     */
    public static List<ResourceDescriptor> policy(Path directory) throws IOException {
        var files = new ArrayList<>(described(POLICY, List.of(directory.resolve("gate.yaml"))));
        var waivers = directory.resolve("waivers");
        if (Files.isDirectory(waivers)) {
            files.addAll(described(POLICY + "waivers/", in(waivers, file -> file.endsWith(".yaml"))));
        }
        return files;
    }

    /**
     * The profile of the environment.
     *
     * @throws IOException when it cannot be read
     */
    public static List<ResourceDescriptor> profile(Path file) throws IOException {
        return described(PROFILE, List.of(file));
    }

    /**
     * The earlier run that this one was compared with.
     *
     * @throws IOException when it cannot be read
     */
    public static List<ResourceDescriptor> baseline(Path file) throws IOException {
        return described(BASELINE, List.of(file));
    }

    /** The contract that answers were held against, by the digest that the record's header has. */
    public static ResourceDescriptor contract(String digest) {
        return ResourceDescriptor.ofDigest("contract", digest);
    }

    /** The suite that drove the run, by its version: the record does not know the digest of its jar. */
    public static ResourceDescriptor suite(String version) {
        return new ResourceDescriptor(
                "suite", Optional.of(artifact("regcontract-contract-tests", version)), Optional.empty());
    }

    /** A version of one of the project's artifacts, as a package URL. */
    public static String artifact(String name, String version) {
        return "pkg:maven/io.regcontract/" + name + "@"
                + URLEncoder.encode(version, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * The SHA-256 of a file, in hexadecimal.
     *
     * @throws IOException when it cannot be read to an end
     */
    public static String sha256(Path file) throws IOException {
        try (var content = new DigestInputStream(
                Files.newInputStream(ReadableFile.of(file)), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    private static List<Path> in(Path directory, Predicate<String> wanted) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> wanted.test(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        }
    }

    private static List<ResourceDescriptor> described(String folder, List<Path> files) throws IOException {
        var described = new ArrayList<ResourceDescriptor>();
        for (var file : files) {
            described.add(ResourceDescriptor.ofDigest(folder + file.getFileName(), sha256(file)));
        }
        return described;
    }
}
