// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.util.Context;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.Pipeline;
import io.longshore.registry.internal.fake.Reply;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelinesTest {

    @Test
    void of_logOptionsWithUnchangeableSets_areTaken() {
        HttpLogOptions options = new HttpLogOptions()
                .setLogLevel(HttpLogDetailLevel.HEADERS)
                .setAllowedHttpHeaderNames(Set.of(HttpHeaderName.DATE))
                .setAllowedQueryParamNames(Set.of("mine"));
        FakeHttp http = FakeHttp.replying(Reply.of(200));

        Pipeline.over(http)
                .logOptions(options)
                .build()
                .sendSync(new HttpRequest(HttpMethod.GET, "https://reg.example/v2/"), Context.NONE);

        assertThat(http.sent()).hasSize(1);
    }

    @Test
    void of_logOptionsOfTheCaller_stayAsTheyAre() {
        HttpLogOptions options = new HttpLogOptions()
                .setLogLevel(HttpLogDetailLevel.BODY)
                .addAllowedHttpHeaderName(HttpHeaderName.AUTHORIZATION);
        Set<HttpHeaderName> headers = new HashSet<>(options.getAllowedHttpHeaderNames());
        Set<String> queries = new HashSet<>(options.getAllowedQueryParamNames());

        Pipeline.over(FakeHttp.replying()).logOptions(options).build();

        assertThat(options.getAllowedHttpHeaderNames()).isEqualTo(headers).contains(HttpHeaderName.AUTHORIZATION);
        assertThat(options.getAllowedQueryParamNames()).isEqualTo(queries);
        assertThat(options.getLogLevel()).isEqualTo(HttpLogDetailLevel.BODY);
    }
}
