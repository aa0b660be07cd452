// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.azure.core.exception.AzureException;
import com.azure.core.exception.ResourceNotFoundException;
import com.azure.core.models.ResponseError;
import com.azure.core.util.BinaryData;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.junit.InRepository;
import io.longshore.junit.WithRegistry;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.UploadRegistryBlobResult;
import io.longshore.scenarios.api.Content;
import io.longshore.scenarios.api.EachWay;
import io.longshore.scenarios.api.Way;
import io.longshore.scenarios.server.Reply;
import io.longshore.scenarios.server.Scripted;
import io.longshore.scenarios.server.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** What the test class of the content clients in Azure's Java library has beyond .NET's; names as there. */
@WithRegistry
class JavaContentClientTests {
    private static final String REPOSITORY = "oci-artifact";
    private static final int CHUNK = 4 * Bytes.MIB;
    private static final List<String> BAD_RANGES =
            List.of("0-0", "bytes 0-", "bytes 0-1", "bytes 10-21/", "bytes 100-200/foo", "bytes 100-200/-1");
    private static final byte[] BLOB = Bytes.random(1000);
    private static final String DIGEST = Bytes.digest(BLOB);

    @EachWay
    @DisplayName("downloadBlobWrongContentRangeResponse: in the first answer")
    void downloadBlobWrongContentRangeResponse_firstAnswer_throws(Way way) {
        for (String range : BAD_RANGES) {
            try (ScriptedServer server = new ScriptedServer(
                    asked -> Reply.of(206).header("Content-Range", range).body(BLOB))) {
                assertDownloadFails(Scripted.content(way, server), range);
            }
        }
    }

    // The pieces fit together, so nothing but the header can be what is refused.
    @EachWay
    @DisplayName("downloadBlobWrongContentRangeResponse: in the answer for the rest")
    void downloadBlobWrongContentRangeResponse_answerForTheRest_throws(Way way) {
        for (String range : BAD_RANGES) {
            try (ScriptedServer server = inTwoPieces(range)) {
                assertDownloadFails(Scripted.content(way, server), range);
            }
        }
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        try (ScriptedServer server = inTwoPieces("bytes 400-999/1000")) {
            Scripted.content(way, server).downloadTo(DIGEST, sink);
        }
        assertThat(sink.toByteArray()).isEqualTo(BLOB);
    }

    @EachWay
    @DisplayName("downloadBlobMultipleChunks")
    void downloadBlobMultipleChunks_moreThanTwo_sameBytes(
            Way way,
            RegistryEmulator registry,
            @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        byte[] blob = Bytes.random((int) (CHUNK * 2.3));
        String digest = registry.seed().blob(REPOSITORY, blob);
        ByteArrayOutputStream sink = new ByteArrayOutputStream();

        way.content(builder).downloadTo(digest, sink);

        assertThat(sink.toByteArray()).isEqualTo(blob);
    }

    @EachWay
    @DisplayName("uploadBlobSmallChunks")
    void uploadBlobSmallChunks_buffersOfATenth_areOneBlob(
            Way way, @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        byte[] blob = Bytes.random(2 * CHUNK);

        assertUploaded(
                way.content(builder),
                BinaryData.fromFlux(cut(blob, CHUNK / 10), null, false).block(),
                blob);
    }

    @EachWay
    @DisplayName("uploadBlobBigChunks")
    void uploadBlobBigChunks_buffersOfOneAndAHalf_areOneBlob(
            Way way, @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        byte[] blob = Bytes.random(2 * CHUNK);

        assertUploaded(
                way.content(builder),
                BinaryData.fromFlux(cut(blob, CHUNK * 3 / 2), null, false).block(),
                blob);
    }

    @EachWay
    @DisplayName("uploadVariableChunkSize")
    void uploadVariableChunkSize_oneAHundredAThousand_areOneBlob(
            Way way, @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        byte[] blob = Bytes.random(1101);
        Flux<ByteBuffer> buffers =
                Flux.just(ByteBuffer.wrap(blob, 0, 1), ByteBuffer.wrap(blob, 1, 100), ByteBuffer.wrap(blob, 101, 1000));

        assertUploaded(way.content(builder), BinaryData.fromFlux(buffers).block(), blob);
    }

    @EachWay
    @DisplayName("uploadFailWhileReadingInput: a stream's own exception")
    void uploadFailWhileReadingInput_streamsOwnException_surfacesUnchanged(
            Way way, @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        IllegalStateException foo = new IllegalStateException("foo");
        Content content = way.content(builder);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> content.uploadStream(failing(() -> {
                    throw foo;
                })))
                .isSameAs(foo);
    }

    @EachWay
    @DisplayName("uploadFailWhileReadingInput: a stream's I/O error")
    void uploadFailWhileReadingInput_streamsInputError_isTheCause(
            Way way, @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        IOException broken = new IOException("the disk is gone");
        Content content = way.content(builder);

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> content.uploadStream(failing(() -> {
                    throw broken;
                })))
                .withMessageContaining("the disk is gone")
                .havingCause()
                .isSameAs(broken);
    }

    // Read by the sync API, azure-core's BinaryData of a Flux wraps its error in an IOException.
    @EachWay
    @DisplayName("uploadFailWhileReadingInput: a Flux")
    void uploadFailWhileReadingInput_flux_errorIsAtTheBottom(
            Way way, @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        IllegalStateException foo = new IllegalStateException("foo");
        Flux<ByteBuffer> buffers = Flux.concat(Flux.just(ByteBuffer.wrap(BLOB)), Flux.error(foo));
        Content content = way.content(builder);

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() ->
                        content.upload(BinaryData.fromFlux(buffers, null, false).block()))
                .satisfies(e -> assertThat(way == Way.SYNC ? e.getCause().getCause() : e)
                        .isSameAs(foo));
    }

    @EachWay
    @DisplayName("getManifestWithOciIndexType")
    void getManifestWithOciIndexType_index_hasItsMediaType(
            Way way,
            RegistryEmulator registry,
            @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        String digest = registry.seed().index(REPOSITORY, "v1", "linux/ppc64le", "linux/amd64");

        GetManifestResult result = way.content(builder).manifest(digest);

        assertThat(result.getDigest()).isEqualTo(digest);
        assertThat(result.getManifestMediaType()).hasToString("application/vnd.oci.image.index.v1+json");
        assertThat(Bytes.digest(result.getManifest().toBytes())).isEqualTo(digest);
    }

    @EachWay
    @DisplayName("uploadFromFile")
    void uploadFromFile_aChunkAndABit_isOneBlob(
            Way way, @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder, @TempDir Path folder)
            throws IOException {
        byte[] blob = Bytes.random(CHUNK + 100);
        Path file = Files.write(folder.resolve("in"), blob);
        Content content = way.content(builder);

        assertUploaded(content, BinaryData.fromFile(file), blob);
        assertThat(content.uploadFile(file).getDigest()).isEqualTo(Bytes.digest(blob));
    }

    @EachWay
    @DisplayName("uploadFromStreamNotReplayable")
    void uploadFromStreamNotReplayable_stream_isOneBlob(
            Way way, @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) throws IOException {
        byte[] blob = new PlainStream(100_000, 5).readAllBytes();

        assertUploaded(way.content(builder), BinaryData.fromStream(new PlainStream(100_000, 5)), blob);
    }

    @EachWay
    @DisplayName("uploadFromFluxNotReplayable")
    void uploadFromFluxNotReplayable_flux_isOneBlob(
            Way way, @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        byte[] blob = Bytes.random(100_000);
        BinaryData content = BinaryData.fromFlux(cut(blob, blob.length), (long) blob.length, false)
                .block();

        assertUploaded(way.content(builder), content, blob);
    }

    @EachWay
    @DisplayName("uploadFails")
    void uploadFails_sessionGone_firstCodeIsTheError(Way way) {
        try (ScriptedServer server = Scripted.failingUploads("BLOB_UPLOAD_INVALID", "blob upload invalid")) {
            Content content = Scripted.content(way, server);
            BinaryData large = BinaryData.fromBytes(new byte[3 * CHUNK]);

            assertThatExceptionOfType(ResourceNotFoundException.class)
                    .isThrownBy(() -> content.upload(large))
                    .satisfies(e ->
                            assertThat(((ResponseError) e.getValue()).getCode()).isEqualTo("BLOB_UPLOAD_INVALID"));
        }
    }

    @EachWay
    @DisplayName("downloadToFile")
    void downloadToFile_small_sameBytes(
            Way way,
            RegistryEmulator registry,
            @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder,
            @TempDir Path folder) {
        registry.seed().blob(REPOSITORY, BLOB);
        Path file = folder.resolve("out");

        way.content(builder).downloadToFile(DIGEST, file);

        assertThat(file).hasBinaryContent(BLOB);
    }

    /** Some bytes, and then a failure. */
    private static InputStream failing(Failure failure) {
        return new SequenceInputStream(new ByteArrayInputStream(BLOB), new BrokenStream(failure));
    }

    /** The connection breaks after 400 bytes; asked for more, the rest comes and is said to be this range. */
    private static ScriptedServer inTwoPieces(String range) {
        Reply beginning = Reply.of(200).body(Arrays.copyOf(BLOB, 400)).promising(BLOB.length);
        Reply rest =
                Reply.of(206).body(Arrays.copyOfRange(BLOB, 400, BLOB.length)).header("Content-Range", range);
        return new ScriptedServer(asked -> asked.header("Range").isEmpty() ? beginning : rest);
    }

    private static void assertDownloadFails(Content content, String range) {
        assertThatExceptionOfType(AzureException.class)
                .as(range)
                .isThrownBy(() -> content.downloadTo(DIGEST, new ByteArrayOutputStream()));
    }

    private static void assertUploaded(Content content, BinaryData data, byte[] expected) {
        UploadRegistryBlobResult result = content.upload(data);

        assertThat(result.getDigest()).isEqualTo(Bytes.digest(expected));
        assertThat(result.getSizeInBytes()).isEqualTo(expected.length);
        assertThat(content.download(result.getDigest())).isEqualTo(expected);
    }

    private static Flux<ByteBuffer> cut(byte[] bytes, int size) {
        return Flux.range(0, (bytes.length + size - 1) / size)
                .map(i -> ByteBuffer.wrap(bytes, i * size, Math.min(size, bytes.length - i * size)));
    }

    private interface Failure {
        int read() throws IOException;
    }

    private static final class BrokenStream extends InputStream {
        private final Failure failure;

        BrokenStream(Failure failure) {
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            return failure.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return failure.read();
        }
    }
}
