// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import io.longshore.registry.internal.content.Source;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Sent;
import io.longshore.registry.internal.fake.Way;
import io.longshore.registry.models.DigestAlgorithm;
import io.longshore.registry.models.UploadRegistryBlobResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

class BlobUploadTest {
    private static final Repository REPOSITORY = Repository.of(new Endpoint("https://reg.example", "1"), "library/app");
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.UTF_8);
    private static final String ABC_QUERY =
            "digest=sha256%3Aba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final Digest SHA512 = Digest.of(DigestAlgorithm.SHA512, ABC);
    private static final String SESSION = "/v2/library/app/blobs/uploads/u?_state=s0%3D%3D";

    @ParameterizedTest
    @EnumSource
    void start_smallContent_takesTwoRequests(Way way) {
        FakeHttp http = FakeHttp.replying(session(SESSION), Reply.of(201));

        UploadRegistryBlobResult result = upload(way, http, ABC);

        assertThat(http.lines())
                .containsExactly(
                        "POST https://reg.example/v2/library/app/blobs/uploads/",
                        "PUT https://reg.example" + SESSION + "&" + ABC_QUERY);
        assertThat(http.sent()).extracting(Sent::body).containsExactly("", "abc");
        assertThat(result.getDigest()).isEqualTo(Digest.of(ABC).toString());
        assertThat(result.getSizeInBytes()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void start_emptyContent_storesTheEmptyBlob(Way way) {
        FakeHttp http = FakeHttp.replying(session(SESSION), Reply.of(201));

        assertThat(upload(way, http, new byte[0]).getDigest())
                .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(http.sent()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"8388608, 2", "8388609, 3", "16777216, 3", "16777217, 4"})
    void start_lengthsAroundTheSlice_takeOneRequestForEachFurtherSlice(int length, int requests) {
        FakeHttp http = new FakeHttp(request -> request.method().equals("PUT") ? Reply.of(201) : session(SESSION));

        upload(Way.SYNC, http, new byte[length]);

        assertThat(http.sent()).hasSize(requests);
    }

    @ParameterizedTest
    @EnumSource
    void start_severalSlices_followTheLocationsAndTellTheirRange(Way way) {
        FakeHttp http = FakeHttp.replying(
                session(SESSION),
                session("https://data.example/u?_state=s1"),
                session("/v2/u?_state=s2"),
                Reply.of(201));

        upload(way, http, new byte[2 * BlobUpload.SLICE + 10]);

        assertThat(http.lines())
                .startsWith(
                        "POST https://reg.example/v2/library/app/blobs/uploads/",
                        "PATCH https://reg.example" + SESSION,
                        "PATCH https://data.example/u?_state=s1")
                .last()
                .asString()
                .startsWith("PUT https://data.example/v2/u?_state=s2&digest=sha256%3A");
        assertThat(http.sent())
                .extracting(sent -> sent.header("Content-Range"))
                .containsExactly("", "0-8388607", "8388608-16777215", "");
        assertThat(http.sent())
                .extracting(sent -> sent.header("Content-Type"))
                .containsExactly(
                        "", "application/octet-stream", "application/octet-stream", "application/octet-stream");
        assertThat(http.sent()).extracting(sent -> sent.body().length()).containsExactly(0, 8388608, 8388608, 10);
    }

    @Test
    void start_locationWithoutAQuery_getsOne() {
        FakeHttp http = FakeHttp.replying(session("/u"), Reply.of(201));

        upload(Way.SYNC, http, ABC);

        assertThat(http.lines()).last().isEqualTo("PUT https://reg.example/u?" + ABC_QUERY);
    }

    @ParameterizedTest
    @EnumSource
    void start_registryThatNamesAnotherDigest_isRefused(Way way) {
        FakeHttp http =
                FakeHttp.replying(session(SESSION), Reply.of(201).header("Docker-Content-Digest", "sha256:bogus"));

        assertThatThrownBy(() -> upload(way, http, ABC))
                .hasMessageContaining("stored the blob as sha256:bogus, but its digest is " + Digest.of(ABC));
    }

    @Test
    void start_registryThatNamesTheDigestInUpperCase_isBelieved() {
        FakeHttp http = FakeHttp.replying(
                session(SESSION),
                Reply.of(201)
                        .header(
                                "Docker-Content-Digest",
                                "SHA256:" + Digest.of(ABC).hex().toUpperCase(java.util.Locale.ROOT)));

        assertThat(upload(Way.SYNC, http, ABC).getSizeInBytes()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void start_sha512_isTheDigestOfTheBlob(Way way) {
        FakeHttp http =
                FakeHttp.replying(session(SESSION), Reply.of(201).header("Docker-Content-Digest", SHA512.toString()));

        assertThat(upload(way, http, new Source.Data(BinaryData.fromBytes(ABC)), DigestAlgorithm.SHA512)
                        .getDigest())
                .isEqualTo(SHA512.toString());
        assertThat(http.lines()).last().asString().endsWith("&digest=sha512%3A" + SHA512.hex());
    }

    @Test
    void start_registryThatNamesTheSha256OfASha512Blob_isChecked() {
        Source content = new Source.Data(BinaryData.fromBytes(ABC));
        String other = Digest.of(new byte[1]).toString();

        assertThat(upload(Way.SYNC, stored(Digest.of(ABC).toString()), content, DigestAlgorithm.SHA512)
                        .getDigest())
                .isEqualTo(SHA512.toString());
        assertThatThrownBy(() -> upload(Way.SYNC, stored(other), content, DigestAlgorithm.SHA512))
                .hasMessageContaining("stored the blob as " + other);
    }

    @Test
    void start_registryThatNamesNonsense_isQuotedWithoutHarm() {
        Source content = new Source.Data(BinaryData.fromBytes(ABC));
        String nonsense = "\u001b[2J" + "x".repeat(100_000);

        assertThatThrownBy(() -> upload(Way.SYNC, stored(nonsense), content, DigestAlgorithm.SHA256))
                .hasMessageContaining("stored the blob as  [2Jxxx")
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(1_500));
    }

    @ParameterizedTest
    @EnumSource
    void start_emptyPublisher_storesTheEmptyBlob(Way way) {
        FakeHttp http = FakeHttp.replying(session(SESSION), Reply.of(201));
        Source nothing =
                new Source.Data(BinaryData.fromFlux(Flux.empty(), null, false).block());

        assertThat(upload(way, http, nothing, DigestAlgorithm.SHA256).getSizeInBytes())
                .isZero();
        assertThat(http.sent()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void start_oneByteAtATime_isMergedIntoSlices(Way way) {
        FakeHttp http = FakeHttp.replying(session(SESSION), Reply.of(201));
        Source drops =
                new Source.Data(BinaryData.fromFlux(Flux.range(0, 3).map(i -> ByteBuffer.wrap(ABC, i, 1)), null, false)
                        .block());

        assertThat(upload(way, http, drops, DigestAlgorithm.SHA256).getDigest())
                .isEqualTo(Digest.of(ABC).toString());
        assertThat(http.sent()).extracting(Sent::body).containsExactly("", "abc");
    }

    @ParameterizedTest
    @EnumSource
    void start_file_ridesOnTheLastRequestUpTo8MiB(Way way, @TempDir Path folder) throws IOException {
        FakeHttp small = new FakeHttp(request -> request.method().equals("PUT") ? Reply.of(201) : session(SESSION));
        FakeHttp large = new FakeHttp(request -> request.method().equals("PUT") ? Reply.of(201) : session(SESSION));
        Path file = Files.write(folder.resolve("small"), new byte[BlobUpload.SLICE]);
        Path more = Files.write(folder.resolve("large"), new byte[BlobUpload.SLICE + 1]);

        upload(way, small, new Source.Disk(file), DigestAlgorithm.SHA256);
        upload(way, large, new Source.Disk(more), DigestAlgorithm.SHA256);

        assertThat(small.sent()).extracting(Sent::method).containsExactly("POST", "PUT");
        assertThat(large.sent()).extracting(Sent::method).containsExactly("POST", "PATCH", "PUT");
        assertThat(large.sent()).extracting(sent -> sent.body().length()).containsExactly(0, BlobUpload.SLICE + 1, 0);
    }

    @ParameterizedTest
    @EnumSource
    void start_missingFileOrDirectory_isRefusedBeforeAnythingIsSent(Way way, @TempDir Path folder) {
        FakeHttp http = FakeHttp.replying();

        assertThatThrownBy(() -> upload(way, http, new Source.Disk(folder), DigestAlgorithm.SHA256))
                .hasMessageContaining("it is a directory");
        assertThatThrownBy(() -> upload(way, http, new Source.Disk(folder.resolve("no")), DigestAlgorithm.SHA256))
                .hasMessageContaining("there is no such file");
        assertThat(http.sent()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void start_fileThatChangesBeforeItIsSent_isToBlameForTheRefusal(Way way, @TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("layer"), ABC);
        FakeHttp http = new FakeHttp(request -> {
            if (request.method().equals("POST")) {
                return session(SESSION);
            }
            write(file);
            return Reply.of(400).body("{\"errors\":[{\"code\":\"DIGEST_INVALID\"}]}");
        });

        assertThatThrownBy(() -> upload(way, http, new Source.Disk(file), DigestAlgorithm.SHA256))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the file " + file + " changed while it was uploaded: leave it alone, and upload it again");
    }

    @ParameterizedTest
    @EnumSource
    void start_stream_isReadFromWhereItStandsAndLeftOpen(Way way) throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream stream = new ByteArrayInputStream("zabc".getBytes(StandardCharsets.US_ASCII)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        assertThat(stream.read()).isEqualTo('z');

        UploadRegistryBlobResult result = upload(
                way,
                FakeHttp.replying(session(SESSION), Reply.of(201)),
                new Source.Stream(stream),
                DigestAlgorithm.SHA256);

        assertThat(result.getSizeInBytes()).isEqualTo(3);
        assertThat(result.getDigest()).isEqualTo(Digest.of(ABC).toString());
        assertThat(closed).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void start_streamThatWasUsed_isRefusedInsteadOfUploadingItsRest(Way way) {
        Source stream = new Source.Stream(new ByteArrayInputStream(ABC));
        upload(way, FakeHttp.replying(session(SESSION), Reply.of(201)), stream, DigestAlgorithm.SHA256);

        assertThatThrownBy(() -> upload(way, FakeHttp.replying(), stream, DigestAlgorithm.SHA256))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("read by an earlier run");
    }

    @Test
    void start_noLocation_saysSo() {
        assertThatThrownBy(() -> upload(Way.SYNC, FakeHttp.replying(Reply.of(202)), ABC))
                .hasMessageContaining(
                        "upload a blob to library/app failed: the answer does not say where the upload goes on");
    }

    @Test
    void start_locationThatLeavesHttps_isRefusedWithoutSendingContent() {
        FakeHttp http = FakeHttp.replying(session("http://reg.example/u?_state=SECRET"));

        assertThatThrownBy(() -> upload(Way.SYNC, http, ABC))
                .hasMessageContaining("the upload cannot go on there: \"http://reg.example/u\" leaves https")
                .hasMessageNotContaining("SECRET");
        assertThat(http.sent()).hasSize(1);
    }

    @Test
    void start_lostSession_advisesToStartAgain() {
        FakeHttp http = FakeHttp.replying(
                session(SESSION),
                Reply.of(404)
                        .body("{\"errors\":[{\"code\":\"BLOB_UPLOAD_INVALID\",\"message\":\"blob upload invalid\"}]}"));

        assertThatThrownBy(() -> upload(Way.SYNC, http, ABC))
                .hasMessageContaining("start the upload again")
                .hasMessageNotContaining("_state");
    }

    private static Reply session(String location) {
        return Reply.of(202).header("Location", location).header("Range", "0-0");
    }

    private static FakeHttp stored(String digest) {
        return FakeHttp.replying(session(SESSION), Reply.of(201).header("Docker-Content-Digest", digest));
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, "something else");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UploadRegistryBlobResult upload(Way way, FakeHttp http, Source content, DigestAlgorithm algorithm) {
        return way.run(http.pipeline(), () -> new BlobUpload(REPOSITORY, algorithm).start(), content)
                .getValue();
    }

    private static UploadRegistryBlobResult upload(Way way, FakeHttp http, byte[] content) {
        return way.run(http.pipeline(), () -> new BlobUpload(REPOSITORY, DigestAlgorithm.SHA256).start(), content)
                .getValue();
    }
}
