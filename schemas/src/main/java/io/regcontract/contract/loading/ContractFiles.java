package io.regcontract.contract.loading;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The data files beside this class, in a directory of classes or in a jar. Names are relative to {@code contract/}. */
public final class ContractFiles {

    private static final String ROOT = "/contract/";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private ContractFiles() {}

    public static String text(String name) {
        try (InputStream in = ContractFiles.class.getResourceAsStream(ROOT + name)) {
            if (in == null) {
                throw new ContractDataException("contract/" + name + " is missing from regcontract-schemas");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ContractDataException("contract/" + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    public static JsonNode json(String name) {
        return parse(JSON, name);
    }

    public static ObjectNode object(String name) {
        if (json(name) instanceof ObjectNode object) {
            return object;
        }
        throw new ContractDataException("contract/" + name + " must hold a JSON object");
    }

    public static JsonNode yaml(String name) {
        return parse(YAML, name);
    }

    private static JsonNode parse(ObjectMapper mapper, String name) {
        try {
            return mapper.readTree(text(name));
        } catch (JacksonException e) {
            throw new ContractDataException("contract/" + name + " cannot be parsed: " + e.getOriginalMessage(), e);
        }
    }

    /** The names of the files in a folder, the empty one being the outermost, sorted. The folder is the catalogue: there is no list of it that could lag behind. */
    public static List<String> in(String folder) {
        // A jar need not hold entries for its folders, so look beside a file that is always there.
        URL anchor = ContractFiles.class.getResource(ROOT + "envelope.schema.json");
        if (anchor == null) {
            throw new ContractDataException("contract/envelope.schema.json is missing from regcontract-schemas");
        }
        try {
            return switch (anchor.getProtocol()) {
                case "file" -> inDirectory(anchor.toURI(), folder);
                case "jar" -> inJar(anchor, folder);
                default ->
                    throw new ContractDataException("contract/" + folder + " cannot be listed in " + anchor
                            + ": regcontract-schemas must be a directory or a jar on the class path");
            };
        } catch (IOException | URISyntaxException e) {
            throw new ContractDataException("contract/" + folder + " cannot be listed: " + e.getMessage(), e);
        }
    }

    private static List<String> inDirectory(URI anchor, String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(anchor).resolveSibling(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> (folder.isEmpty() ? "" : folder + "/") + file.getFileName())
                    .sorted()
                    .toList();
        }
    }

    private static List<String> inJar(URL anchor, String folder) throws IOException {
        if (!(anchor.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("no jar behind " + anchor);
        }
        String anchorEntry = connection.getEntryName();
        String root = anchorEntry.substring(0, anchorEntry.lastIndexOf('/') + 1);
        String prefix = root + (folder.isEmpty() ? "" : folder + "/");
        // The class loader may share this jar: closing it here would close it for everyone.
        return connection.getJarFile().stream()
                .filter(entry -> !entry.isDirectory())
                .map(entry -> entry.getName())
                .filter(entry -> entry.startsWith(prefix) && entry.indexOf('/', prefix.length()) < 0)
                .map(entry -> entry.substring(root.length()))
                .sorted()
                .toList();
    }
}
