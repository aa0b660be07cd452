// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.scenarios.api.EachWay;
import io.longshore.scenarios.api.Registry;
import io.longshore.scenarios.api.Repository;
import io.longshore.scenarios.api.Way;
import org.junit.jupiter.api.DisplayName;

class ContainerRepositoryTests {
    @EachWay
    @DisplayName("GetterMethodValidatesArguments")
    void getterMethodValidatesArguments_noName_throws(Way way) {
        Registry registry = registry(way);

        assertThatNullPointerException().isThrownBy(() -> registry.repository(null));
        assertThatIllegalArgumentException().isThrownBy(() -> registry.repository(""));
    }

    @EachWay
    @DisplayName("ServiceMethodsValidateArguments")
    void serviceMethodsValidateArguments_noProperties_throws(Way way) {
        Repository repository = registry(way).repository(Seeds.HELLO);

        assertThatNullPointerException().isThrownBy(() -> repository.update(null));
    }

    private static Registry registry(Way way) {
        return way.registry(new ContainerRegistryClientBuilder().endpoint("https://registry.example"));
    }
}
