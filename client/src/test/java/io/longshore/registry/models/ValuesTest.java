// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import org.junit.jupiter.api.Test;

class ValuesTest {
    @Test
    @SuppressWarnings("deprecation")
    void audience_constants_areTheResourcesOfTheClouds() {
        assertThat(ContainerRegistryAudience.AZURE_RESOURCE_MANAGER_CHINA)
                .hasToString("https://management.chinacloudapi.cn");
        assertThat(ContainerRegistryAudience.AZURE_RESOURCE_MANAGER_GERMANY)
                .hasToString("https://management.microsoftazure.de");
        assertThat(ContainerRegistryAudience.AZURE_RESOURCE_MANAGER_GOVERNMENT)
                .hasToString("https://management.usgovcloudapi.net");
        assertThat(ContainerRegistryAudience.AZURE_RESOURCE_MANAGER_PUBLIC_CLOUD)
                .hasToString("https://management.azure.com");
    }

    @Test
    void fromString_knownText_givesTheConstant() {
        assertThat(ArtifactArchitecture.fromString("riscv64")).isSameAs(ArtifactArchitecture.RISC_V64);
        assertThat(ArtifactOperatingSystem.fromString("linux")).isSameAs(ArtifactOperatingSystem.LINUX);
        assertThat(ManifestMediaType.fromString("application/vnd.oci.image.manifest.v1+json"))
                .isSameAs(ManifestMediaType.OCI_IMAGE_MANIFEST);
    }

    @Test
    void orders_texts_areThoseOfTheQueryParameter() {
        assertThat(ArtifactTagOrder.NONE).hasToString("none");
        assertThat(ArtifactTagOrder.LAST_UPDATED_ON_ASCENDING).hasToString("timeasc");
        assertThat(ArtifactTagOrder.LAST_UPDATED_ON_DESCENDING).hasToString("timedesc");
        assertThat(ArtifactManifestOrder.NONE).hasToString("none");
        assertThat(ArtifactManifestOrder.LAST_UPDATED_ON_ASCENDING).hasToString("timeasc");
        assertThat(ArtifactManifestOrder.LAST_UPDATED_ON_DESCENDING).hasToString("timedesc");
    }

    @Test
    void setManifestOptions_bytes_stayUntouched() {
        BinaryData bytes = BinaryData.fromString("{ \"schemaVersion\" : 2 }\n");
        SetManifestOptions options = new SetManifestOptions(bytes, ManifestMediaType.DOCKER_MANIFEST).setTag("v1");

        assertThat(options.getManifest()).isSameAs(bytes);
        assertThat(options.getManifestMediaType()).isSameAs(ManifestMediaType.DOCKER_MANIFEST);
        assertThat(options.getTag()).isEqualTo("v1");
    }

    @Test
    void setManifestOptions_manifestChangedLater_keepsTheFirstJson() {
        OciImageManifest manifest = new OciImageManifest();
        SetManifestOptions options = new SetManifestOptions(manifest);
        manifest.setSchemaVersion(3);

        assertThat(options.getManifest()).hasToString("{\"schemaVersion\":2}");
        assertThat(options.getManifestMediaType()).isSameAs(ManifestMediaType.OCI_IMAGE_MANIFEST);
    }

    @Test
    void results_built_giveBackTheirValues() {
        BinaryData bytes = BinaryData.fromString("{}");
        GetManifestResult got = GetManifestResult.builder()
                .digest("sha256:1")
                .manifest(bytes)
                .manifestMediaType(ManifestMediaType.OCI_IMAGE_MANIFEST)
                .build();
        UploadRegistryBlobResult uploaded = UploadRegistryBlobResult.builder()
                .digest("sha256:2")
                .sizeInBytes(5_000_000_000L)
                .build();

        assertThat(got.getDigest()).isEqualTo("sha256:1");
        assertThat(got.getManifest()).isSameAs(bytes);
        assertThat(got.getManifestMediaType()).isSameAs(ManifestMediaType.OCI_IMAGE_MANIFEST);
        assertThat(uploaded.getDigest()).isEqualTo("sha256:2");
        assertThat(uploaded.getSizeInBytes()).isEqualTo(5_000_000_000L);
        assertThat(SetManifestResult.builder().digest("sha256:3").build().getDigest())
                .isEqualTo("sha256:3");
    }

    @Test
    void build_digestMissing_saysSo() {
        SetManifestResult.Builder builder = SetManifestResult.builder();

        assertThatThrownBy(builder::build)
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("digest");
    }
}
