// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpPipeline;
import io.longshore.registry.internal.fake.FakeCredential;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.Pipeline;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Sent;
import io.longshore.registry.internal.fake.Way;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepositoryTest {
    private static final Endpoint ENDPOINT = new Endpoint("https://reg.example", "2021-07-01");
    private static final String CHALLENGE = "Bearer realm=\"https://reg.example/oauth2/token\",service=\"reg.example\"";

    @ParameterizedTest
    @EnumSource
    void scope_nameWithABlank_asksForNoOtherRepository(Way way) {
        FakeHttp http = new FakeHttp(RepositoryTest::answer);
        HttpPipeline pipeline =
                Pipeline.over(http).credential(FakeCredential.working()).build();
        way.call(pipeline, Repository.of(ENDPOINT, "other").properties());

        assertThatThrownBy(() -> way.call(
                        pipeline,
                        Repository.of(ENDPOINT, "x:pull repository:secret/app").properties()))
                .isInstanceOf(HttpResponseException.class);
        assertThat(http.lines())
                .contains("GET https://reg.example/acr/v1/x:pull%20repository:secret/app?api-version=2021-07-01");
        assertThat(http.sent().stream().filter(sent -> sent.isTo("/oauth2/token")))
                .isNotEmpty()
                .noneMatch(sent -> sent.form().getOrDefault("scope", "").contains("secret"));
    }

    private static Reply answer(Sent request) {
        if (request.isTo("/oauth2/exchange")) {
            return Reply.json("{\"refresh_token\":\"r\"}");
        }
        if (request.isTo("/oauth2/token")) {
            return Reply.json("{\"access_token\":\"a\"}");
        }
        return request.isTo("other") && !request.header("Authorization").isEmpty()
                ? Reply.json("{\"registry\":\"r\",\"imageName\":\"other\"}")
                : Reply.challenge(CHALLENGE);
    }
}
