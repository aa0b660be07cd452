// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.azure.core.exception.AzureException;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.exception.ResourceNotFoundException;
import com.azure.core.exception.ServiceResponseException;
import com.azure.core.models.ResponseError;
import com.azure.core.util.BinaryData;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.OciImageManifest;
import io.longshore.registry.models.SetManifestOptions;
import io.longshore.scenarios.api.Content;
import io.longshore.scenarios.api.EachWay;
import io.longshore.scenarios.api.Way;
import io.longshore.scenarios.server.Reply;
import io.longshore.scenarios.server.Scripted;
import io.longshore.scenarios.server.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;

/** Against a registry that says what no good registry says. */
class ContainerRegistryContentClientTests {
    private static final byte[] MANIFEST = OciArtifact.json();
    private static final String DIGEST = Bytes.digest(MANIFEST);
    private static final String OTHER_DIGEST = Bytes.digest(new byte[1]);
    private static final byte[] BLOB = Bytes.random(10_000);
    private static final String BLOB_DIGEST = Bytes.digest(BLOB);

    @EachWay
    @DisplayName("ConstructorValidatesArguments")
    void constructorValidatesArguments_noEndpointOrRepository_throws(Way way) {
        ContainerRegistryContentClientBuilder builder = new ContainerRegistryContentClientBuilder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.endpoint(null));
        assertThatNullPointerException()
                .isThrownBy(() -> way.content(builder.repositoryName("oci-artifact")))
                .withMessageContaining("endpoint");
        assertThatNullPointerException()
                .isThrownBy(() ->
                        way.content(builder.endpoint("https://registry.example").repositoryName(null)))
                .withMessageContaining("repositoryName");
    }

    @EachWay
    @DisplayName("ServiceMethodsValidateArguments")
    void serviceMethodsValidateArguments_null_throws(Way way) {
        Content content = way.content(new ContainerRegistryContentClientBuilder()
                .endpoint("https://registry.example")
                .repositoryName("oci-artifact"));

        assertThatNullPointerException().isThrownBy(() -> content.deleteBlob(null));
        assertThatNullPointerException().isThrownBy(() -> content.deleteManifest(null));
        assertThatNullPointerException().isThrownBy(() -> content.download(null));
        assertThatNullPointerException().isThrownBy(() -> content.downloadTo(null, new ByteArrayOutputStream()));
        assertThatNullPointerException().isThrownBy(() -> content.read(null, new ByteArrayOutputStream()));
        assertThatNullPointerException().isThrownBy(() -> content.downloadToFile(null, Path.of("unused")));
        assertThatNullPointerException().isThrownBy(() -> content.downloadToFile(BLOB_DIGEST, null));
        assertThatNullPointerException().isThrownBy(() -> content.manifest(null));
        assertThatNullPointerException().isThrownBy(() -> content.setManifest((OciImageManifest) null, "v1"));
        assertThatNullPointerException().isThrownBy(() -> content.setManifest((SetManifestOptions) null));
        assertThatNullPointerException().isThrownBy(() -> content.upload(null));
        assertThatNullPointerException().isThrownBy(() -> content.uploadFile(null));
        assertThatNullPointerException().isThrownBy(() -> content.uploadStream(null));
    }

    @EachWay
    @DisplayName("GetManifestValidatesDigest: right, by digest and by tag")
    void getManifestValidatesDigest_right_isRead(Way way) {
        try (ScriptedServer server = new ScriptedServer(asked -> Scripted.manifest(MANIFEST, DIGEST))) {
            Content content = Scripted.content(way, server);

            for (String reference : new String[] {DIGEST, "v1"}) {
                GetManifestResult result = content.manifest(reference);
                assertThat(result.getDigest()).isEqualTo(DIGEST);
                assertThat(result.getManifest().toBytes()).isEqualTo(MANIFEST);
            }
        }
    }

    @EachWay
    @DisplayName("GetManifestValidatesDigest: not the digest asked for")
    void getManifestValidatesDigest_otherContent_throws(Way way) {
        byte[] other = "{\"schemaVersion\":2}".getBytes(StandardCharsets.UTF_8);
        try (ScriptedServer server = new ScriptedServer(asked -> Scripted.manifest(other, Bytes.digest(other)))) {
            Content content = Scripted.content(way, server);

            assertThatExceptionOfType(ServiceResponseException.class).isThrownBy(() -> content.manifest(DIGEST));
        }
    }

    @EachWay
    @DisplayName("GetManifestValidatesDigest: not the digest in the header")
    void getManifestValidatesDigest_otherHeader_throws(Way way) {
        try (ScriptedServer server = new ScriptedServer(asked -> Scripted.manifest(MANIFEST, OTHER_DIGEST))) {
            Content content = Scripted.content(way, server);

            assertThatExceptionOfType(ServiceResponseException.class).isThrownBy(() -> content.manifest("v1"));
            assertThatExceptionOfType(ServiceResponseException.class).isThrownBy(() -> content.manifest(DIGEST));
        }
    }

    // A deliberate difference: what is missing is no harm, as the reading itself is bounded.
    @EachWay
    @DisplayName("GetManifestThrowsIfMissingContentLength: tolerated, and the reading is bounded")
    void getManifestThrowsIfMissingContentLength_bounded_isRead(Way way) {
        try (ScriptedServer server =
                new ScriptedServer(asked -> Scripted.manifest(MANIFEST, DIGEST).withoutLength())) {
            assertThat(Scripted.content(way, server)
                            .manifest("v1")
                            .getManifest()
                            .toBytes())
                    .isEqualTo(MANIFEST);
        }
        byte[] endless = new byte[4 * Bytes.MIB + 1];
        try (ScriptedServer server = new ScriptedServer(
                asked -> Scripted.manifest(endless, Bytes.digest(endless)).withoutLength())) {
            assertTooLarge(Scripted.content(way, server));
        }
    }

    @EachWay
    @DisplayName("GetManifestThrowsIfSizeExceedsLimit")
    void getManifestThrowsIfSizeExceedsLimit_oneByteMore_throws(Way way) {
        byte[] large = new byte[4 * Bytes.MIB + 1];
        try (ScriptedServer server = new ScriptedServer(asked -> Scripted.manifest(large, Bytes.digest(large)))) {
            assertTooLarge(Scripted.content(way, server));
        }
    }

    @EachWay
    @DisplayName("DownloadStreamingValidatesDigest: right")
    void downloadStreamingValidatesDigest_right_bytesAreEqual(Way way) {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        try (ScriptedServer server = new ScriptedServer(asked -> Reply.of(200).body(BLOB))) {
            Scripted.content(way, server).read(BLOB_DIGEST, sink);
        }

        assertThat(sink.toByteArray()).isEqualTo(BLOB);
    }

    @EachWay
    @DisplayName("DownloadStreamingValidatesDigest: wrong")
    void downloadStreamingValidatesDigest_wrong_readingThrows(Way way) {
        try (ScriptedServer server = new ScriptedServer(asked -> Reply.of(200).body(Bytes.random(9_999)))) {
            Content content = Scripted.content(way, server);

            assertThatExceptionOfType(ServiceResponseException.class)
                    .isThrownBy(() -> content.read(BLOB_DIGEST, new ByteArrayOutputStream()));
        }
    }

    // Deliberate differences, both: the digest says whether all of it has come.
    @EachWay
    @DisplayName("DownloadStreamingValidatesContentLength: tolerated, as the digest is checked")
    void downloadStreamingValidatesContentLength_missing_contentIsChecked(Way way) {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        try (ScriptedServer server =
                new ScriptedServer(asked -> Reply.of(200).body(BLOB).withoutLength())) {
            Scripted.content(way, server).read(BLOB_DIGEST, sink);
        }
        assertThat(sink.toByteArray()).isEqualTo(BLOB);

        try (ScriptedServer server = new ScriptedServer(
                asked -> Reply.of(200).body(Bytes.random(9_000)).withoutLength())) {
            Content content = Scripted.content(way, server);
            assertThatExceptionOfType(AzureException.class)
                    .isThrownBy(() -> content.read(BLOB_DIGEST, new ByteArrayOutputStream()));
        }
    }

    @EachWay
    @DisplayName("DownloadBlobContentValidatesContentLength: tolerated, as the digest is checked")
    void downloadBlobContentValidatesContentLength_missing_contentIsChecked(Way way) {
        try (ScriptedServer server =
                new ScriptedServer(asked -> Reply.of(200).body(BLOB).withoutLength())) {
            assertThat(Scripted.content(way, server).download(BLOB_DIGEST)).isEqualTo(BLOB);
        }

        try (ScriptedServer server = new ScriptedServer(
                asked -> Reply.of(200).body(Bytes.random(9_000)).withoutLength())) {
            Content content = Scripted.content(way, server);
            assertThatExceptionOfType(AzureException.class).isThrownBy(() -> content.download(BLOB_DIGEST));
        }
    }

    @EachWay
    @DisplayName("DownloadBlobToValidatesContentRange")
    void downloadBlobToValidatesContentRange_unknownTotal_throws(Way way) {
        try (ScriptedServer server = new ScriptedServer(
                asked -> Reply.of(206).header("Content-Range", "bytes 0-1/-1").body(BLOB))) {
            Content content = Scripted.content(way, server);

            assertThatExceptionOfType(AzureException.class)
                    .isThrownBy(() -> content.downloadTo(BLOB_DIGEST, new ByteArrayOutputStream()));
        }
    }

    @EachWay
    @DisplayName("CanParseMultipleErrors")
    void canParseMultipleErrors_plainText_firstIsTheCodeAndAllAreInTheMessage(Way way) {
        String errors = """
                {"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest is not there"},
                {"code":"NAME_UNKNOWN","message":"repository is not there either"}]}""";
        try (ScriptedServer server = new ScriptedServer(
                asked -> Reply.of(404).header("Content-Type", "text/plain").body(errors))) {
            Content content = Scripted.content(way, server);

            assertThatExceptionOfType(ResourceNotFoundException.class)
                    .isThrownBy(() -> content.manifest("v1"))
                    .withMessageContainingAll("manifest is not there", "repository is not there either")
                    .satisfies(e -> assertThat(code(e)).isEqualTo("MANIFEST_UNKNOWN"));
        }
    }

    // The message itself says what to do, instead of where to read it.
    @EachWay
    @DisplayName("UploadBlobExceptionHasTsgLink: the message says what to do")
    void uploadBlobExceptionHasTsgLink_sessionGone_messageSaysWhatToDo(Way way) {
        try (ScriptedServer server = Scripted.failingUploads("BLOB_UPLOAD_INVALID", "blob upload invalid")) {
            Content content = Scripted.content(way, server);

            assertThatExceptionOfType(HttpResponseException.class)
                    .isThrownBy(() -> content.upload(BinaryData.fromBytes(BLOB)))
                    .withMessageContainingAll("BLOB_UPLOAD_INVALID", "start the upload again")
                    .satisfies(e -> assertThat(e.getResponse().getStatusCode()).isEqualTo(404))
                    .satisfies(e -> assertThat(code(e)).isEqualTo("BLOB_UPLOAD_INVALID"));
        }
    }

    private static void assertTooLarge(Content content) {
        assertThatExceptionOfType(HttpResponseException.class)
                .isThrownBy(() -> content.manifest("v1"))
                .withMessageContaining("larger than the 4194304 bytes allowed");
    }

    private static String code(HttpResponseException e) {
        return ((ResponseError) e.getValue()).getCode();
    }
}
