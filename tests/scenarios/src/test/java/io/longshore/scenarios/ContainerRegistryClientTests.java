// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.scenarios.api.EachWay;
import io.longshore.scenarios.api.Registry;
import io.longshore.scenarios.api.Way;
import org.junit.jupiter.api.DisplayName;

class ContainerRegistryClientTests {
    // No credential, and no options, are fine: that is anonymous access with the defaults, as in Azure's Java library.
    @EachWay
    @DisplayName("ConstructorValidatesArguments")
    void constructorValidatesArguments_noEndpoint_throws(Way way) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ContainerRegistryClientBuilder().endpoint(null));
        assertThatNullPointerException()
                .isThrownBy(() -> way.registry(new ContainerRegistryClientBuilder().credential(null)))
                .withMessageContaining("endpoint");
    }

    @EachWay
    @DisplayName("ServiceMethodsValidateArguments")
    void serviceMethodsValidateArguments_noName_throws(Way way) {
        Registry registry = way.registry(new ContainerRegistryClientBuilder().endpoint("https://registry.example"));

        assertThatNullPointerException().isThrownBy(() -> registry.deleteRepository(null));
        assertThatIllegalArgumentException().isThrownBy(() -> registry.deleteRepository(""));
    }
}
