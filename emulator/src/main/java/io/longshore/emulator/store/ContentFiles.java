// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Files that are named after the digest of what is in them. */
public final class ContentFiles {
    private final Path root;

    ContentFiles(Path root) {
        this.root = root;
    }

    /** Where the content of this digest lies, if it does. */
    public Path path(String digest) {
        int colon = digest.indexOf(':');
        String algorithm = digest.substring(0, colon).toLowerCase(Locale.ROOT);
        String hex = digest.substring(colon + 1).toLowerCase(Locale.ROOT);
        return root.resolve(algorithm).resolve(hex.substring(0, 2)).resolve(hex);
    }

    /** Takes over a complete file whose digest has been checked. */
    public void adopt(Path file, String digest) throws IOException {
        Path target = path(digest);
        Files.createDirectories(target.getParent());
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes the content. */
    public void delete(String digest) throws IOException {
        Files.deleteIfExists(path(digest));
    }
}
