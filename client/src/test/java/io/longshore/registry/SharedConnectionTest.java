// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpPipeline;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.util.ClientOptions;
import io.longshore.registry.internal.fake.FakeAcr;
import io.longshore.registry.internal.fake.FakeCredential;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.MovableClock;
import io.longshore.registry.models.ContainerRegistryAudience;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients of one builder, and how many logins they cost. */
class SharedConnectionTest {
    private static final String SCOPE = "repository:a:pull";

    private final MovableClock clock = new MovableClock();
    private final FakeHttp http = new FakeHttp(new FakeAcr(clock));
    private final ContainerRegistryClientBuilder builder = builder();

    @Test
    void clientsOfOneBuilder_shareOneLoginAndItsTokens() {
        String first = builder.buildClient().exchangeForAccessToken(SCOPE).getToken();
        String second = builder.buildClient().exchangeForAccessToken(SCOPE).getToken();
        String third =
                builder.buildAsyncClient().exchangeForAccessToken(SCOPE).block().getToken();

        assertThat(second).isEqualTo(first);
        assertThat(third).isEqualTo(first);
        assertThat(exchanges()).isEqualTo(1);
        assertThat(http.sent()).hasSize(3);
    }

    @Test
    void clientsOfOneBuilder_shareOnePipeline() {
        assertThat(builder.buildAsyncClient().getHttpPipeline())
                .isSameAs(builder.buildClient().getHttpPipeline());
    }

    @Test
    void contentClientsOfOneBuilder_forSeveralRepositories_shareOnePipeline() {
        ContainerRegistryContentClientBuilder content = new ContainerRegistryContentClientBuilder()
                .endpoint("https://reg.example")
                .credential(FakeCredential.working())
                .httpClient(http);

        ContainerRegistryContentClient one = content.repositoryName("one").buildClient();
        ContainerRegistryContentAsyncClient two = content.repositoryName("two").buildAsyncClient();

        assertThat(two.getHttpPipeline()).isSameAs(one.getHttpPipeline());
        assertThat(one.getRepositoryName()).isEqualTo("one");
        assertThat(two.getRepositoryName()).isEqualTo("two");
    }

    @Test
    void settingTheSameValueAgain_changesNothing() {
        HttpPipeline first = builder.buildClient().getHttpPipeline();

        assertThat(builder.endpoint("https://reg.example")
                        .audience(null)
                        .httpClient(http)
                        .clientOptions(null)
                        .buildClient()
                        .getHttpPipeline())
                .isSameAs(first);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void settingAnotherValue_makesAConnectionOfItsOwn(UnaryOperator<ContainerRegistryClientBuilder> change) {
        HttpPipeline first = builder.buildClient().getHttpPipeline();

        HttpPipeline second = change.apply(builder).buildClient().getHttpPipeline();

        assertThat(second).isNotSameAs(first);
    }

    @Test
    void anotherCredential_getsNoTokenOfTheFirst() {
        builder.buildClient().exchangeForRefreshToken();
        builder.credential(FakeCredential.working()).buildClient().exchangeForRefreshToken();

        assertThat(exchanges()).isEqualTo(2);
    }

    @Test
    void clientsOfTwoBuilders_shareNothing() {
        builder.buildClient().exchangeForRefreshToken();
        builder().buildClient().exchangeForRefreshToken();

        assertThat(exchanges()).isEqualTo(2);
    }

    static List<UnaryOperator<ContainerRegistryClientBuilder>> changes() {
        return List.of(
                builder -> builder.endpoint("https://other.example"),
                builder -> builder.audience(ContainerRegistryAudience.AZURE_RESOURCE_MANAGER_CHINA),
                builder -> builder.credential(FakeCredential.working()),
                builder -> builder.credential(null),
                builder -> builder.pipeline(FakeHttp.replying().pipeline()),
                builder -> builder.httpClient(FakeHttp.replying()),
                builder -> builder.clientOptions(new ClientOptions()),
                builder -> builder.httpLogOptions(new HttpLogOptions()),
                builder -> builder.addPolicy((call, next) -> next.process()),
                builder -> builder.allowLoopbackHttp(true),
                builder -> builder.clock(new MovableClock()));
    }

    private ContainerRegistryClientBuilder builder() {
        return new ContainerRegistryClientBuilder()
                .endpoint("https://reg.example")
                .credential(FakeCredential.working())
                .httpClient(http)
                .clock(clock);
    }

    private long exchanges() {
        return http.sent().stream()
                .filter(sent -> sent.isTo("/oauth2/exchange"))
                .count();
    }
}
