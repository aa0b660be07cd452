// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.official.api;

import com.azure.containers.containerregistry.ContainerRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The public types in the official library's jar, and what stands for them here. */
final class OfficialTypes {
    private static final String THEIRS = "com.azure.containers.containerregistry";
    private static final String OURS = "io.longshore.registry";

    private OfficialTypes() {}

    static List<Class<?>> all() {
        try (JarFile jar = new JarFile(jar().toFile())) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(OfficialTypes::isExported)
                    .sorted()
                    .map(OfficialTypes::load)
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .<Class<?>>map(type -> type)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with the official package names replaced, which is all that a user of the library changes. */
    static String renamed(String text) {
        return text.replace(THEIRS, OURS);
    }

    static Class<?> counterpart(Class<?> official) throws ClassNotFoundException {
        return Class.forName(renamed(official.getName()));
    }

    private static Path jar() {
        return Path.of(ContainerRegistryClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    private static boolean isExported(String entry) {
        return entry.startsWith(THEIRS.replace('.', '/'))
                && entry.endsWith(".class")
                && !entry.endsWith("package-info.class")
                && !entry.contains("/implementation/");
    }

    private static Class<?> load(String entry) {
        try {
            return Class.forName(
                    entry.substring(0, entry.length() - ".class".length()).replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(entry + " is in the jar", e);
        }
    }
}
