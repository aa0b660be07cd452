// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import com.azure.core.util.BinaryData;
import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import io.longshore.registry.models.ContainerRepositoryProperties;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.SetManifestOptions;
import io.longshore.registry.models.UploadRegistryBlobResult;
import io.longshore.replay.recording.Content;
import java.util.List;

/** The library's public operations, whichever of its two faces serves them. */
interface Library {
    List<List<String>> repositories(Paging paging);

    void deleteRepository(String name);

    ContainerRepositoryProperties repository(String name);

    ContainerRepositoryProperties update(String name, ContainerRepositoryProperties changes);

    List<List<ArtifactManifestProperties>> manifests(String repository, ArtifactManifestOrder order, Paging paging);

    List<List<ArtifactTagProperties>> tags(String repository, ArtifactTagOrder order, Paging paging);

    Artifact artifact(String repository, String reference);

    Contents contents(String repository);

    /** The operations on one artifact. */
    interface Artifact {
        ArtifactManifestProperties properties();

        ArtifactManifestProperties update(ArtifactManifestProperties changes);

        ArtifactTagProperties tag(String tag);

        ArtifactTagProperties update(String tag, ArtifactTagProperties changes);

        List<List<ArtifactTagProperties>> tags(ArtifactTagOrder order, Paging paging);

        void deleteTag(String tag);

        void delete();
    }

    /** The operations on the content of one repository. */
    interface Contents {
        String set(SetManifestOptions manifest);

        GetManifestResult get(String reference);

        UploadRegistryBlobResult upload(BinaryData content);

        Content download(String digest);

        void deleteBlob(String digest);

        void deleteManifest(String digest);
    }
}
