// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.benchmarks.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The file that a download goes to; hashes what passes, as the client does. */
final class HashedFile implements WritableByteChannel {
    private final FileChannel file;
    private final MessageDigest hash;

    HashedFile(Path target) throws IOException, NoSuchAlgorithmException {
        hash = MessageDigest.getInstance("SHA-256");
        file = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        hash.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        return length;
    }

    String sha256() {
        return HexFormat.of().formatHex(hash.digest());
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
