// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import io.longshore.registry.ContainerRegistryContentClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads a blob while it is downloaded; a line that breaks in between goes unnoticed. */
public final class ReadStream {

    private ReadStream() {}

    /**
     * Lists what is in a zip archive that was pushed as a blob.
     *
     * @param client the client of the repository
     * @param digest the blob's digest
     * @return the names
     * @throws IOException if it is no archive, or the line stays broken
     */
    public static List<String> zipEntries(ContainerRegistryContentClient client, String digest) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream blob = client.openBlobStream(digest);
                ZipInputStream zip = new ZipInputStream(blob)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
            // What follows the last entry counts for the digest, which is checked at the end.
            blob.transferTo(OutputStream.nullOutputStream());
        }
        return names;
    }
}
