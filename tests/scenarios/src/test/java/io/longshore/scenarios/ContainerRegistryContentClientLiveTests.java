// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.azure.core.exception.ResourceNotFoundException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import io.longshore.emulator.Fault;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.junit.InRepository;
import io.longshore.junit.WithRegistry;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import io.longshore.registry.models.UploadRegistryBlobResult;
import io.longshore.scenarios.api.Content;
import io.longshore.scenarios.api.EachWay;
import io.longshore.scenarios.api.Way;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

/** Blobs; the manifests of the same .NET class are in {@link ContainerRegistryContentClientLiveManifestTests}. */
@WithRegistry
class ContainerRegistryContentClientLiveTests {
    private static final String REPOSITORY = "oci-artifact";
    private static final int SLICE = 8 * Bytes.MIB;
    private static final byte[] SMALL = Bytes.random(1024);
    private static final String SMALL_DIGEST = Bytes.digest(SMALL);

    @EachWay
    @DisplayName("CanUploadBlob")
    void canUploadBlob_kilobyte_digestAndSize(
            Way way, @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        Content content = way.content(builder);

        assertSmall(content.upload(BinaryData.fromBytes(SMALL)));

        assertThat(content.download(SMALL_DIGEST)).isEqualTo(SMALL);
        assertThat(content.deleteBlob(SMALL_DIGEST)).isEqualTo(202);
    }

    @EachWay
    @DisplayName("CanUploadBlobStream")
    void canUploadBlobStream_kilobyte_digestAndSize(
            Way way, @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        Content content = way.content(builder);

        assertSmall(content.uploadStream(new ByteArrayInputStream(SMALL)));

        assertThat(content.download(SMALL_DIGEST)).isEqualTo(SMALL);
    }

    @EachWay
    @DisplayName("CanUploadBlobFromNonSeekableStream")
    void canUploadBlobFromNonSeekableStream_shortReads_digestAndSize(
            Way way, @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) throws Exception {
        byte[] expected = new PlainStream(130_000, 1).readAllBytes();
        Content content = way.content(builder);

        UploadRegistryBlobResult result = content.uploadStream(new PlainStream(130_000, 1));

        assertThat(result.getDigest()).isEqualTo(Bytes.digest(expected));
        assertThat(result.getSizeInBytes()).isEqualTo(130_000);
        assertThat(content.download(result.getDigest())).isEqualTo(expected);
    }

    // The size of a chunk is ours to choose: 8 MiB of a stream. Slices stay whole, however little a read brings.
    @EachWay
    @DisplayName("CanUploadBlobInEqualSizeChunks")
    void canUploadBlobInEqualSizeChunks_twoSlices_twoRequests(
            Way way,
            RegistryEmulator registry,
            @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        assertUpload(way.content(builder), 2L * SLICE);

        assertThat(bodies(registry)).containsExactly((long) SLICE, (long) SLICE);
    }

    @EachWay
    @DisplayName("CanUploadBlobInUnequalChunks")
    void canUploadBlobInUnequalChunks_twoSlicesAndABit_threeRequests(
            Way way,
            RegistryEmulator registry,
            @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        assertUpload(way.content(builder), 2L * SLICE + 20);

        assertThat(bodies(registry)).containsExactly((long) SLICE, (long) SLICE, 20L);
    }

    @EachWay
    @DisplayName("CanUploadBlobInSingleChunk")
    void canUploadBlobInSingleChunk_lessThanASlice_oneRequest(
            Way way,
            RegistryEmulator registry,
            @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        assertUpload(way.content(builder), 512);

        assertThat(bodies(registry)).containsExactly(512L);
    }

    @EachWay
    @DisplayName("CanDownloadBlobContent")
    void canDownloadBlobContent_kilobyte_sameBytes(
            Way way,
            RegistryEmulator registry,
            @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        String digest = registry.seed().blob(REPOSITORY, SMALL);

        assertThat(way.content(builder).download(digest)).isEqualTo(SMALL);
    }

    @EachWay
    @DisplayName("CanDownloadBlobStreaming")
    void canDownloadBlobStreaming_kilobyte_sameBytes(
            Way way,
            RegistryEmulator registry,
            @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        String digest = registry.seed().blob(REPOSITORY, SMALL);
        ByteArrayOutputStream sink = new ByteArrayOutputStream();

        way.content(builder).read(digest, sink);

        assertThat(sink.toByteArray()).isEqualTo(SMALL);
    }

    @EachWay
    @DisplayName("CanDownloadBlobToStream")
    void canDownloadBlobToStream_kilobyte_sameBytes(
            Way way,
            RegistryEmulator registry,
            @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        assertDownload(way.content(builder), registry, SMALL);
    }

    // However large a blob is, it comes in one answer of the storage.
    @EachWay
    @DisplayName("CanDownloadBlobToStream_MultipleChunks")
    void canDownloadBlobToStreamMultipleChunks_sixMebibytes_oneAnswer(
            Way way,
            RegistryEmulator registry,
            @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        assertDownload(way.content(builder), registry, Bytes.random(6 * Bytes.MIB));

        assertThat(answers(registry)).containsExactly(200);
    }

    // There are no chunks to configure; content arrives in pieces where the connection breaks.
    @EachWay
    @DisplayName("CanDownloadBlobToStreamInEqualSizeChunks: as the connection breaks")
    void canDownloadBlobToStreamInEqualSizeChunks_fourPieces_sameBytes(
            Way way,
            RegistryEmulator registry,
            @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        registry.faults().add(cutAfter(256).times(3));

        assertDownload(way.content(builder), registry, SMALL);

        assertThat(answers(registry)).containsExactly(200, 206, 206, 206);
    }

    @EachWay
    @DisplayName("CanDownloadBlobToStreamInUnequalChunks: as the connection breaks")
    void canDownloadBlobToStreamInUnequalChunks_fourPiecesAndABit_sameBytes(
            Way way,
            RegistryEmulator registry,
            @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        registry.faults().add(cutAfter(256).times(4));

        assertDownload(way.content(builder), registry, Bytes.random(1044));

        assertThat(answers(registry)).containsExactly(200, 206, 206, 206, 206);
    }

    @EachWay
    @DisplayName("CanCatchDownloadFailure")
    void canCatchDownloadFailure_badDigest_messageHasTheContent(
            Way way, @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        Content content = way.content(builder);

        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> content.downloadTo("BadDigest", new ByteArrayOutputStream()))
                .withMessageContainingAll("Content:", "404 page not found")
                .satisfies(e -> assertThat(e.getResponse().getStatusCode()).isEqualTo(404));
    }

    @EachWay
    @DisplayName("CanGetBlobLocation")
    void canGetBlobLocation_ownRequest_redirectIsShown(
            Way way,
            RegistryEmulator registry,
            @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        String digest = registry.seed().blob(REPOSITORY, SMALL);
        Content content = way.content(builder);
        String url = content.endpoint() + "/v2/" + content.repositoryName() + "/blobs/" + digest;

        try (HttpResponse response = content.send(new HttpRequest(HttpMethod.GET, url))) {
            assertThat(response.getStatusCode()).isEqualTo(307);
            String location = response.getHeaderValue(HttpHeaderName.LOCATION);
            assertThatCode(() -> URI.create(location).toURL()).doesNotThrowAnyException();
        }
    }

    private static void assertSmall(UploadRegistryBlobResult result) {
        assertThat(result.getDigest()).isEqualTo(SMALL_DIGEST);
        assertThat(result.getSizeInBytes()).isEqualTo(SMALL.length);
    }

    private static void assertUpload(Content content, long length) {
        UploadRegistryBlobResult result = content.uploadStream(new PlainStream(length, 3));

        assertThat(result.getSizeInBytes()).isEqualTo(length);
        assertThat(Bytes.digest(content.download(result.getDigest()))).isEqualTo(result.getDigest());
    }

    private static void assertDownload(Content content, RegistryEmulator registry, byte[] blob) {
        String digest = registry.seed().blob(REPOSITORY, blob);
        ByteArrayOutputStream sink = new ByteArrayOutputStream();

        content.downloadTo(digest, sink);

        assertThat(sink.toByteArray()).isEqualTo(blob);
    }

    /** Lengths of what was uploaded, by request. */
    private static List<Long> bodies(RegistryEmulator registry) {
        return registry.requests().all().stream()
                .filter(request -> request.path().startsWith("/v2/") && request.requestBytes() > 0)
                .map(request -> request.requestBytes())
                .toList();
    }

    /** What the storage answered that the registry redirects to. */
    private static List<Integer> answers(RegistryEmulator registry) {
        return registry
                .requests()
                .matching(request -> request.method().equals("GET")
                        && !request.path().startsWith("/v2/")
                        && request.status() / 100 == 2)
                .stream()
                .map(request -> request.status())
                .toList();
    }

    private static Fault cutAfter(long bytes) {
        return Fault.cutResponseAfter(bytes).on("GET", "/data");
    }
}
