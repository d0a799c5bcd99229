using Integration.Tests.Servers;

namespace Integration.Tests.Integration.Platform;

public sealed class RabbitSqliteDelivery(BrokerFixture broker) : DeliveryTests(broker, null);
