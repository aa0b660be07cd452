// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.content;

import com.azure.core.util.BinaryData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Content that goes out, opened anew for each run. */
public sealed interface Source {

    /** Opens it for a caller that may wait. Fails if it plainly cannot be read, before anything is sent. */
    Slices open();

    /** Opens it for a caller that must not wait. */
    default Mono<ReactiveSlices> openReactive() {
        return Mono.<ReactiveSlices>fromCallable(() -> new ReactiveSlices.Waiting(open()))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Content in any of azure-core's forms. */
    record Data(BinaryData content) implements Source {
        @Override
        public Slices open() {
            return new StreamSlices(content.toStream(), true);
        }

        @Override
        public Mono<ReactiveSlices> openReactive() {
            // Some forms read a stream on the thread of their subscriber.
            return Mono.fromSupplier(() -> new FluxSlices(
                    content.toFluxByteBuffer().subscribeOn(Schedulers.boundedElastic()),
                    content.isReplayable() && content.getLength() != null));
        }
    }

    /** A file. */
    record Disk(Path file) implements Source {
        @Override
        public Slices open() {
            // Only files that have a name outside of Java can be sent from where they are.
            if (file.getFileSystem().equals(FileSystems.getDefault())) {
                return FileSlices.of(file);
            }
            try {
                return new StreamSlices(Files.newInputStream(file), true);
            } catch (IOException e) {
                throw new UncheckedIOException("the file " + file + " cannot be uploaded: " + e, e);
            }
        }
    }

    /** A stream of the caller's, who closes it; good for one run. */
    final class Stream implements Source {
        private final InputStream stream;
        private final AtomicBoolean used = new AtomicBoolean();

        /** The rest of {@code stream}. */
        public Stream(InputStream stream) {
            this.stream = stream;
        }

        @Override
        public Slices open() {
            if (used.getAndSet(true)) {
                throw new IllegalStateException("the stream was read by an earlier run of this upload: "
                        + "upload a file or BinaryData where runs are to be repeated");
            }
            return new StreamSlices(stream, false);
        }
    }
}
