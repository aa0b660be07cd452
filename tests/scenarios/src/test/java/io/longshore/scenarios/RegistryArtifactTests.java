// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.models.ArtifactTagProperties;
import io.longshore.scenarios.api.Artifact;
import io.longshore.scenarios.api.EachWay;
import io.longshore.scenarios.api.Registry;
import io.longshore.scenarios.api.Way;
import org.junit.jupiter.api.DisplayName;

class RegistryArtifactTests {
    @EachWay
    @DisplayName("GetterMethodValidatesArguments")
    void getterMethodValidatesArguments_noRepositoryOrTag_throws(Way way) {
        Registry registry = registry(way);

        assertThatNullPointerException().isThrownBy(() -> registry.artifact(null, "v1"));
        assertThatNullPointerException().isThrownBy(() -> registry.artifact(Seeds.HELLO, null));
        assertThatNullPointerException()
                .isThrownBy(() -> registry.repository(Seeds.HELLO).artifact(null));
        assertThatIllegalArgumentException().isThrownBy(() -> registry.artifact("", "v1"));
        assertThatIllegalArgumentException().isThrownBy(() -> registry.artifact(Seeds.HELLO, ""));
    }

    @EachWay
    @DisplayName("ServiceMethodsValidateArguments")
    void serviceMethodsValidateArguments_null_throws(Way way) {
        Artifact artifact = registry(way).artifact(Seeds.HELLO, "v1");

        assertThatNullPointerException().isThrownBy(() -> artifact.update(null));
        assertThatNullPointerException().isThrownBy(() -> artifact.tag(null));
        assertThatNullPointerException().isThrownBy(() -> artifact.updateTag(null, new ArtifactTagProperties()));
        assertThatNullPointerException().isThrownBy(() -> artifact.updateTag("v1", null));
        assertThatNullPointerException().isThrownBy(() -> artifact.deleteTag(null));
    }

    private static Registry registry(Way way) {
        return way.registry(new ContainerRegistryClientBuilder().endpoint("https://registry.example"));
    }
}
