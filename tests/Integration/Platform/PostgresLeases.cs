using Integration.Tests.Servers;

namespace Integration.Tests.Integration.Platform;

public sealed class PostgresLeases(PostgresFixture postgres) : LeaseTests(postgres);
