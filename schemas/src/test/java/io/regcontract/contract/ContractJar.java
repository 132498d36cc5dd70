package io.regcontract.contract;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** This module as a jar without entries for its folders, its data files changed at will. */
final class ContractJar {

    private final Map<String, byte[]> entries = new TreeMap<>();

    ContractJar() throws IOException, URISyntaxException {
        Path classes = Path.of(Contract.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.put(classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    ContractJar without(String name) {
        present("contract/" + name);
        entries.remove("contract/" + name);
        return this;
    }

    ContractJar with(String name, String text) {
        entries.put("contract/" + name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    ContractJar changed(String name, UnaryOperator<String> change) {
        String before = new String(present("contract/" + name), StandardCharsets.UTF_8);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalStateException("the change changes nothing in " + name);
        }
        return with(name, after);
    }

    private byte[] present(String entry) {
        byte[] bytes = entries.get(entry);
        if (bytes == null) {
            throw new IllegalStateException("no " + entry + " to change");
        }
        return bytes;
    }

    /**
     * Loads the contract from this jar.
     *
     * @return the contract, of a class that only the jar's own loader knows
     * @throws Exception what {@link Contract#load()} throws there
     */
    Loaded loadIn(Path directory) throws Exception {
        // A name of its own each time: the JDK keeps jars open that were read through a URL.
        Path jar = Files.createTempFile(directory, "schemas with blank", ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                packed.putNextEntry(new JarEntry(entry.getKey()));
                packed.write(entry.getValue());
            }
        }
        try (ChildFirst loader = new ChildFirst(jar.toUri().toURL())) {
            Class<?> type = loader.loadClass(Contract.class.getName());
            return new Loaded(type.getMethod("load").invoke(null), jar);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** What was loaded, and from where. */
    record Loaded(Object contract, Path jar) {}

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
        public @Nullable URL getResource(String name) {
            return findResource(name);
        }
    }
}
