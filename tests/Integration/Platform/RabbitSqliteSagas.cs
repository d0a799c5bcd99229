using Integration.Tests.Servers;

namespace Integration.Tests.Integration.Platform;

public sealed class RabbitSqliteSagas(BrokerFixture broker) : SagaTests(broker, null);
