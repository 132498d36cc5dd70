package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract is mostly read from a jar, and from one that another build has repacked. The other tests read it from a directory. */
class ShippedInAJarTest {

    @Test
    void isReadFromAJarWithoutEntriesForItsFolders(@TempDir Path directory) throws Exception {
        Path jar = packed(directory.resolve("schemas with blank.jar"));
        try (ChildFirst loader = new ChildFirst(jar.toUri().toURL())) {
            Class<?> type = loader.loadClass(Contract.class.getName());
            Object contract = type.getMethod("load").invoke(null);
            assertThat(type).isNotSameAs(Contract.class);
            assertThat(contract.getClass().getProtectionDomain().getCodeSource().getLocation())
                    .isEqualTo(jar.toUri().toURL());
            assertThat((List<?>) type.getMethod("errors").invoke(contract)).hasSize(43);
        }
    }

    private static Path packed(Path jar) throws Exception {
        Path classes = Path.of(Contract.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes);
                OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
            }
        }
        return jar;
    }

    /** Takes the classes and files of the contract from the jar, and everything they need from where the tests take it. */
    private static final class ChildFirst extends URLClassLoader {

        ChildFirst(URL jar) {
            super(new URL[] {jar}, ChildFirst.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.regcontract.contract.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }

        @Override
        public URL getResource(String name) {
            return findResource(name);
        }
    }
}
