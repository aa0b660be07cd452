// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import com.azure.core.credential.AccessToken;
import com.azure.core.http.rest.Response;
import com.azure.core.util.BinaryData;
import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import io.longshore.registry.models.ContainerRepositoryProperties;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.OciImageManifest;
import io.longshore.registry.models.SetManifestOptions;
import io.longshore.registry.models.UploadBlobOptions;
import io.longshore.registry.models.UploadRegistryBlobResult;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every operation of the library once, in terms that both APIs can be compared by. */
interface Way {
    List<String> repositoryNames();

    /** Pages of at most {@code size} items, from a continuation token if one is given. */
    List<List<String>> repositoryPages(int size, Optional<String> from);

    int deleteRepository(@Nullable String repository);

    int deleteSelf(String repository);

    ContainerRepositoryProperties properties(String repository);

    ContainerRepositoryProperties update(String repository, @Nullable ContainerRepositoryProperties changes);

    List<ArtifactManifestProperties> manifests(String repository, ArtifactManifestOrder order);

    List<List<String>> manifestPages(String repository, int size, Optional<String> from);

    List<ArtifactTagProperties> allTags(String repository, ArtifactTagOrder order);

    List<ArtifactTagProperties> tagsOf(String repository, String reference, ArtifactTagOrder order);

    List<List<String>> tagPages(String repository, String reference, int size, Optional<String> from);

    AccessToken refreshToken();

    AccessToken accessToken(String... scopes);

    String fullyQualifiedReference(@Nullable String repository, @Nullable String reference);

    ArtifactManifestProperties manifestProperties(String repository, String reference);

    ArtifactManifestProperties updateManifest(
            String repository, String reference, @Nullable ArtifactManifestProperties changes);

    int deleteArtifact(String repository, String reference);

    ArtifactTagProperties tagProperties(String repository, @Nullable String tag);

    ArtifactTagProperties updateTag(String repository, @Nullable String tag, @Nullable ArtifactTagProperties changes);

    int deleteTag(String repository, @Nullable String tag);

    UploadRegistryBlobResult upload(String repository, @Nullable BinaryData content);

    byte[] download(String repository, @Nullable String digest);

    UploadRegistryBlobResult uploadFile(String repository, @Nullable Path file);

    UploadRegistryBlobResult uploadStream(String repository, InputStream stream);

    Response<UploadRegistryBlobResult> uploadWith(String repository, @Nullable UploadBlobOptions options);

    byte[] content(String repository, @Nullable String digest);

    /** The content as the API's own kind of stream gives it. */
    byte[] stream(String repository, @Nullable String digest);

    Response<Void> downloadTo(String repository, @Nullable String digest, @Nullable Path file);

    String setManifest(String repository, @Nullable OciImageManifest manifest, @Nullable String tag);

    String setManifest(String repository, @Nullable SetManifestOptions options);

    GetManifestResult manifest(String repository, @Nullable String reference);

    int deleteManifest(String repository, @Nullable String digest);

    int deleteBlob(String repository, @Nullable String digest);
}
