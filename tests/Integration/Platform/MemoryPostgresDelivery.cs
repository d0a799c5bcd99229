using Integration.Tests.Servers;

namespace Integration.Tests.Integration.Platform;

public sealed class MemoryPostgresDelivery(PostgresFixture postgres) : DeliveryTests(null, postgres);
