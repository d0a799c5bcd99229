using Integration.Tests.Servers;

namespace Integration.Tests.Integration.Platform;

public sealed class RabbitPostgresSagas(BrokerFixture broker, PostgresFixture postgres) : SagaTests(broker, postgres);
