// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.azure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.ServiceResponseException;
import com.azure.core.util.BinaryData;
import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.defects.registry.ScriptedRegistry;
import io.longshore.defects.registry.Sessions;
import io.longshore.registry.models.ManifestMediaType;
import io.longshore.registry.models.SetManifestOptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@Defect(id = "6", what = "Whatever digest the registry names for an upload is believed")
class Defect06UploadResultsNotVerifiedTest {
    private static final String NOTHING_THROWN = "Expecting code to raise a throwable";

    @AutoClose
    private final ScriptedRegistry registry =
            ScriptedRegistry.answering(Sessions.storingAs(Content.sha256(Content.random(3))));

    private final BinaryData content = BinaryData.fromString("content");

    @Test
    @OfficialFails(NOTHING_THROWN)
    void sync_blobStoredUnderAnotherDigest_fails() {
        var client = Clients.of(registry).content().buildClient();

        assertThatThrownBy(() -> client.uploadBlob(content)).isInstanceOf(ServiceResponseException.class);
    }

    @Test
    @OfficialFails(NOTHING_THROWN)
    void async_blobStoredUnderAnotherDigest_fails() {
        var upload = Clients.of(registry).content().buildAsyncClient().uploadBlob(content);

        assertThatThrownBy(upload::block).isInstanceOf(ServiceResponseException.class);
    }

    @Test
    @OfficialFails(NOTHING_THROWN)
    void sync_manifestStoredUnderAnotherDigest_fails() {
        var client = Clients.of(registry).content().buildClient();

        assertThatThrownBy(() -> client.setManifestWithResponse(manifest(), null))
                .isInstanceOf(ServiceResponseException.class);
    }

    @Test
    @OfficialFails(NOTHING_THROWN)
    void async_manifestStoredUnderAnotherDigest_fails() {
        var setting = Clients.of(registry).content().buildAsyncClient().setManifestWithResponse(manifest());

        assertThatThrownBy(setting::block).isInstanceOf(ServiceResponseException.class);
    }

    private SetManifestOptions manifest() {
        return new SetManifestOptions(content, ManifestMediaType.OCI_IMAGE_MANIFEST);
    }
}
