package io.regcontract.simulator.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Where the state files of a test class lie whose paths are not absolute: a directory that goes with the class. */
// JUnit closes what is only AutoCloseable since 5.13; this is closed by every version.
@SuppressWarnings("deprecation")
record StateDirectory(Path path) implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(StateDirectory.class);

    /** The file that is meant by a path. */
    static Path resolve(ExtensionContext context, String path) {
        var file = Path.of(path);
        return file.isAbsolute() ? file : of(context).path().resolve(file);
    }

    private static synchronized StateDirectory of(ExtensionContext context) {
        var store = outermostClass(context).getStore(NAMESPACE);
        return Optional.ofNullable(store.get("directory", StateDirectory.class)).orElseGet(() -> {
            try {
                var made = new StateDirectory(Files.createTempDirectory("regcontract-simulator"));
                store.put("directory", made);
                return made;
            } catch (IOException full) {
                throw new UncheckedIOException("no directory can be made for the state of a simulator", full);
            }
        });
    }

    private static ExtensionContext outermostClass(ExtensionContext context) {
        var outermost = context;
        while (outermost
                .getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .isPresent()) {
            outermost = outermost.getParent().orElseThrow();
        }
        return outermost;
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
