using Integration.Tests.Servers;

namespace Integration.Tests.Integration.Platform;

public sealed class RabbitPostgresDelivery(BrokerFixture broker, PostgresFixture postgres) : DeliveryTests(broker, postgres);
