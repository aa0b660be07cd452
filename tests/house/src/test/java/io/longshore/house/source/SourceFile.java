// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One Java file.
 *
 * @param path relative to the project's folder, with forward slashes
 * @param text the whole content
 */
public record SourceFile(String path, String text) {
    static SourceFile read(Path root, Path file) {
        try {
            String relative = root.relativize(file).toString().replace('\\', '/');
            return new SourceFile(relative, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isTest() {
        return path.contains("src/test/");
    }

    /** The folder above {@code src}, for instance {@code client}; it and the source set keep equal packages apart. */
    public String sourceSet() {
        int src = path.indexOf("src/");
        int end = path.indexOf('/', src + "src/".length());
        return path.substring(0, end < 0 ? path.length() : end);
    }
}
