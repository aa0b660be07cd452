// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.util.BinaryData;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.OciDescriptor;
import io.longshore.registry.models.OciImageManifest;
import io.longshore.registry.models.UploadRegistryBlobResult;
import io.longshore.registry.transport.RegistryHttpClientBuilder;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The library's side of the interop checks; run as a source file with the library on the class path. */
public final class Interop {
    private final String endpoint;
    private final HttpClient http;
    private final @Nullable TokenCredential credential;

    private Interop(String endpoint, HttpClient http, @Nullable TokenCredential credential) {
        this.endpoint = endpoint;
        this.http = http;
        this.credential = credential;
    }

    /** {@code read ENDPOINT CERTIFICATE TOKEN-FILE REPOSITORY TAG} or {@code roundtrip ENDPOINT REPOSITORY}. */
    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "read" -> new Interop(args[1], trusting(args[2]), token(args[3])).read(args[4], args[5]);
            case "roundtrip" ->
                new Interop(args[1], new RegistryHttpClientBuilder().build(), null).roundTrip(args[2]);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Reads what another tool pushed: listings, manifest and every blob, all checked by digest. */
    private void read(String repository, String tag) {
        var client = new ContainerRegistryClientBuilder()
                .endpoint(endpoint)
                .credential(credential)
                .httpClient(http)
                .buildClient();
        check(client.listRepositoryNames().stream().anyMatch(repository::equals), repository + " is not listed");
        var manifests = client.getRepository(repository)
                .listManifestProperties(ArtifactManifestOrder.LAST_UPDATED_ON_DESCENDING).stream().toList();
        check(manifests.stream().anyMatch(manifest -> manifest.getTags().contains(tag)), tag + " is not listed");
        System.out.println(blobs(repository, tag) + " blobs, " + manifests.size() + " manifests");
    }

    /** Pushes an image with a layer of several slices, and pulls it back. */
    private void roundTrip(String repository) {
        byte[] layer = new byte[18 * 1024 * 1024 + 1];
        new Random(1).nextBytes(layer);
        ContainerRegistryContentClient content = content(repository);
        UploadRegistryBlobResult uploaded = content.uploadBlob(BinaryData.fromBytes(layer));
        UploadRegistryBlobResult config = content.uploadBlob(BinaryData.fromString("{}"));
        OciImageManifest manifest = new OciImageManifest()
                .setConfiguration(descriptor("application/vnd.oci.image.config.v1+json", config))
                .setLayers(List.of(descriptor("application/vnd.oci.image.layer.v1.tar", uploaded)));
        String digest = content.setManifest(manifest, "v1").getDigest();
        check(content.getManifest("v1").getDigest().equals(digest), "the tag names another manifest");
        check(Arrays.equals(download(content, uploaded.getDigest()), layer), "the layer came back different");
        System.out.println(digest);
    }

    private int blobs(String repository, String tag) {
        ContainerRegistryContentClient content = content(repository);
        GetManifestResult manifest = content.getManifest(tag);
        OciImageManifest image = manifest.getManifest().toObject(OciImageManifest.class);
        List<OciDescriptor> blobs = new ArrayList<>(image.getLayers());
        blobs.add(image.getConfiguration());
        for (OciDescriptor blob : blobs) {
            int length = download(content, blob.getDigest()).length;
            check(length == blob.getSizeInBytes(), blob.getDigest() + " has " + length + " bytes");
        }
        return blobs.size();
    }

    private static byte[] download(ContainerRegistryContentClient content, String digest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.downloadStream(digest, Channels.newChannel(bytes));
        return bytes.toByteArray();
    }

    private static OciDescriptor descriptor(String mediaType, UploadRegistryBlobResult blob) {
        return new OciDescriptor()
                .setMediaType(mediaType)
                .setDigest(blob.getDigest())
                .setSizeInBytes(blob.getSizeInBytes());
    }

    private ContainerRegistryContentClient content(String repository) {
        return new ContainerRegistryContentClientBuilder()
                .endpoint(endpoint)
                .repositoryName(repository)
                .credential(credential)
                .httpClient(http)
                .buildClient();
    }

    private static TokenCredential token(String file) {
        return request -> Mono.fromCallable(
                () -> new AccessToken(Files.readString(Path.of(file)), OffsetDateTime.now().plusMinutes(30)));
    }

    private static HttpClient trusting(String file) throws Exception {
        try (InputStream pem = new FileInputStream(file)) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
            return new RegistryHttpClientBuilder().trustCertificates(List.of(certificate)).build();
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
