// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.closure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A jar, or the folder that becomes one later in the build.
 *
 * @param path as the build tool resolved it
 */
record ClassPathEntry(Path path) {
    long bytes() throws IOException {
        return Files.isDirectory(path) ? zipped() : Files.size(path);
    }

    /** The names of the classes inside, as paths. */
    List<String> classes() throws IOException {
        if (Files.isDirectory(path)) {
            return files().map(file -> path.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .toList();
        }
        try (ZipFile jar = new ZipFile(path.toFile())) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .toList();
        }
    }

    private long zipped() throws IOException {
        CountingStream counted = new CountingStream();
        try (ZipOutputStream zip = new ZipOutputStream(counted)) {
            for (Path file : files().toList()) {
                zip.putNextEntry(new ZipEntry(path.relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return counted.bytes;
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(path)) {
            return found.filter(Files::isRegularFile).toList().stream();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static final class CountingStream extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] many, int offset, int length) {
            bytes += length;
        }
    }
}
