// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a layer as images have them: a tar (POSIX ustar) with one file in it. The same jar makes the same bytes. */
public final class LayerTar {
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 100;
    private static final String FOLDER = "app/lib/";

    private LayerTar() {}

    /** Packs a jar into a new file in a folder. */
    public static Layer pack(Path jar, Path folder) throws IOException {
        String name = jar.getFileName().toString();
        Path tar = Files.createTempFile(folder, "layer-", ".tar");
        long size = Files.size(jar);
        try (OutputStream out = Files.newOutputStream(tar)) {
            out.write(header(FOLDER + name, size));
            Files.copy(jar, out);
            long filler = Math.floorMod(-size, (long) BLOCK);
            // Two empty blocks end a tar.
            out.write(new byte[(int) filler + 2 * BLOCK]);
        }
        return new Layer(name, tar, Sha256.of(tar), Files.size(tar));
    }

    private static byte[] header(String name, long size) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_NAME) {
            throw new IllegalArgumentException("the name is too long for a tar: " + name);
        }
        byte[] header = new byte[BLOCK];
        System.arraycopy(bytes, 0, header, 0, bytes.length);
        put(header, 100, "0000644");
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, octal(size, 11));
        put(header, 136, octal(0, 11));
        // While it is being computed, the checksum counts as blanks.
        put(header, 148, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar\0" + "00");
        put(header, 148, octal(sum(header), 6) + "\0 ");
        return header;
    }

    private static void put(byte[] header, int position, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, position, bytes.length);
    }

    private static String octal(long value, int digits) {
        String text = Long.toOctalString(value);
        if (text.length() > digits) {
            throw new IllegalArgumentException("the file is too large for a tar: " + value + " bytes");
        }
        return "0".repeat(digits - text.length()) + text;
    }

    private static long sum(byte[] header) {
        long sum = 0;
        for (byte value : header) {
            sum += Byte.toUnsignedInt(value);
        }
        return sum;
    }
}
