// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.FixedDelay;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.util.Context;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.Pipeline;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Way;
import io.longshore.registry.internal.run.Call;
import io.longshore.registry.internal.wire.BlobUpload;
import io.longshore.registry.internal.wire.Endpoint;
import io.longshore.registry.internal.wire.Repository;
import io.longshore.registry.models.DigestAlgorithm;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProtocolRetryPolicyTest {
    private static final Repository REPOSITORY = Repository.of(new Endpoint("https://reg.example", "1"), "a");

    @ParameterizedTest
    @EnumSource
    void process_readThatMeets503_isRepeated(Way way) {
        FakeHttp http = FakeHttp.replying(Reply.of(503), Reply.of(429), Reply.json("{}"));

        assertThat(way.call(Pipeline.over(http).build(), read())).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void process_readWhoseConnectionBreaks_isRepeated(Way way) {
        FakeHttp http = FakeHttp.replying(Reply.fault(new IOException("reset")), Reply.json("{}"));

        assertThat(way.call(Pipeline.over(http).build(), read())).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void process_readThatKeepsFailing_isGivenUpAndAnswersAreClosed(Way way) {
        FakeHttp http = new FakeHttp(request -> Reply.of(503));

        assertThatThrownBy(() -> way.call(Pipeline.over(http).build(), read())).hasMessageContaining("503");
        assertThat(http.responses()).hasSize(3).allMatch(response -> response.isClosed());
    }

    @ParameterizedTest
    @EnumSource
    void process_uploadDataThatMeets503_isSentOnce(Way way) {
        FakeHttp http = new FakeHttp(request -> request.method().equals("POST") ? session() : Reply.of(503));

        assertThatThrownBy(() -> upload(way, http)).hasMessageContaining("503");
        assertThat(http.sent()).extracting(sent -> sent.method()).containsExactly("POST", "PATCH");
    }

    @ParameterizedTest
    @EnumSource
    void process_uploadDataWhoseConnectionBreaks_isSentOnce(Way way) {
        FakeHttp http = new FakeHttp(
                request -> request.method().equals("POST") ? session() : Reply.fault(new IOException("reset")));

        assertThatThrownBy(() -> upload(way, http)).hasMessageContaining("reset");
        assertThat(http.sent()).extracting(sent -> sent.method()).containsExactly("POST", "PATCH");
    }

    @ParameterizedTest
    @EnumSource
    void process_retryOptions_areHonoured(Way way) {
        FakeHttp http = new FakeHttp(request -> Reply.of(503));
        HttpPipeline pipeline =
                Pipeline.over(http).retryOptions(Pipeline.retries(4)).build();

        assertThatThrownBy(() -> way.call(pipeline, read())).hasMessageContaining("503");
        assertThat(http.sent()).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource
    void process_retryPolicyOfTheCaller_isHonoured(Way way) {
        FakeHttp http = new FakeHttp(request -> Reply.of(503));
        HttpPipeline pipeline = Pipeline.over(http)
                .retryPolicy(new RetryPolicy(new FixedDelay(1, Duration.ZERO)))
                .build();

        assertThatThrownBy(() -> way.call(pipeline, read())).hasMessageContaining("503");
        assertThat(http.sent()).hasSize(2);
    }

    @Test
    void settings_retryPolicyAndOptions_areRefusedTogether() {
        Pipeline both = Pipeline.over(FakeHttp.replying())
                .retryPolicy(new RetryPolicy())
                .retryOptions(Pipeline.retries(1));

        assertThatIllegalStateException()
                .isThrownBy(both::build)
                .withMessage("'retryPolicy' and 'retryOptions' cannot both be set: choose one.");
    }

    @Test
    void process_requestThatIsNotOurs_isRepeatedIfItsMethodAllows() {
        FakeHttp http = new FakeHttp(request -> Reply.of(503));
        HttpPipeline pipeline = Pipeline.over(http).build();

        pipeline.sendSync(new HttpRequest(HttpMethod.POST, "https://reg.example/x"), Context.NONE);
        assertThat(http.sent()).hasSize(1);
        pipeline.sendSync(new HttpRequest(HttpMethod.GET, "https://reg.example/x"), Context.NONE);
        assertThat(http.sent()).hasSize(4);
    }

    private static Reply session() {
        return Reply.of(202).header("Location", "/v2/a/blobs/uploads/1?_state=s");
    }

    private static void upload(Way way, FakeHttp http) {
        // One byte more than a slice: a PATCH is needed.
        way.run(
                Pipeline.over(http).build(),
                () -> new BlobUpload(REPOSITORY, DigestAlgorithm.SHA256).start(),
                new byte[8 * 1024 * 1024 + 1]);
    }

    private static Call<Integer> read() {
        return Call.json(
                "read",
                "",
                () -> new HttpRequest(HttpMethod.GET, "https://reg.example/v2/"),
                answer -> answer.expect(200).status());
    }

    @ParameterizedTest
    @EnumSource
    void process_startOfAnUploadThatMeets503_isRepeated(Way way) {
        FakeHttp http = FakeHttp.replying(Reply.of(503), Reply.of(429), session(), Reply.of(201));

        way.run(
                Pipeline.over(http).build(),
                () -> new BlobUpload(REPOSITORY, DigestAlgorithm.SHA256).start(),
                new byte[1]);

        assertThat(http.sent()).extracting(sent -> sent.method()).containsExactly("POST", "POST", "POST", "PUT");
    }

    @ParameterizedTest
    @EnumSource
    void process_endOfAnUploadThatMeets503_isSentOnce(Way way) {
        FakeHttp http = new FakeHttp(request -> request.method().equals("POST") ? session() : Reply.of(503));

        assertThatThrownBy(() -> way.run(
                        Pipeline.over(http).build(),
                        () -> new BlobUpload(REPOSITORY, DigestAlgorithm.SHA256).start(),
                        new byte[1]))
                .hasMessageContaining("503");
        assertThat(http.sent()).extracting(sent -> sent.method()).containsExactly("POST", "PUT");
    }
}
