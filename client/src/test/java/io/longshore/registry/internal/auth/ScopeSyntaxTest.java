// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repository:samples/app:pull",
                "repository:samples/app:pull,push",
                "repository:a:metadata_read",
                "repository:localhost:5000/app:pull",
                "repository:samples/*:pull",
                "repository(plugin):app:pull",
                "repository:app:*",
                "registry:catalog:*"
            })
    void parse_scopeOfTheSpecification_isTaken(String scope) {
        assertThat(ScopeSyntax.parse(scope)).isEqualTo(new Scopes(scope));
    }

    @Test
    void parse_scopeOfAnyLength_isTaken() {
        String scope = "repository:app:" + "pull,".repeat(100_000) + "push";

        assertThat(ScopeSyntax.parse(scope)).isEqualTo(new Scopes("repository:app:pull,push"));
    }

    @Test
    void parse_severalResources_areOneSet() {
        assertThat(ScopeSyntax.parse("repository:b:pull", "repository:a:push,pull"))
                .isEqualTo(new Scopes("repository:a:pull,push repository:b:pull"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "pull",
                "samples/app:pull",
                "repository:samples/app",
                "repository:samples/app:",
                "repository::pull",
                ":samples/app:pull",
                "repository:samples/app:pull,",
                "repository:samples/app:pull, push",
                "repository:samples/app:*,pull",
                "repository:samples/app:Pull",
                "repository:a b:pull",
                "repository:a:pull repository:b:pull",
                "repository:a:pull&grant_type=password"
            })
    void parse_anythingElse_isQuotedAndShownAnExample(String scope) {
        assertThatThrownBy(() -> ScopeSyntax.parse("repository:fine:pull", scope))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + scope + "\"")
                .hasMessageContaining("repository:samples/app:pull")
                .hasMessageContaining("registry:catalog:*");
    }

    @Test
    void parse_controlCharacters_areNotQuoted() {
        assertThatThrownBy(() -> ScopeSyntax.parse("repository:a\r\nb:pull"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"repository:a??b:pull\"");
    }

    @Test
    void parse_noScope_isRefusedWithAnExample() {
        assertThatThrownBy(ScopeSyntax::parse)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'scopes' cannot be empty")
                .hasMessageContaining("repository:samples/app:pull");
    }

    @Test
    void parse_null_isRefused() {
        assertThatThrownBy(() -> ScopeSyntax.parse((String[]) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("'scopes' cannot be null.");
        assertThatThrownBy(() -> ScopeSyntax.parse("repository:a:pull", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("'scopes' cannot hold null.");
    }
}
