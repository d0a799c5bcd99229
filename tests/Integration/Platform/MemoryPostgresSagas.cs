using Integration.Tests.Servers;

namespace Integration.Tests.Integration.Platform;

public sealed class MemoryPostgresSagas(PostgresFixture postgres) : SagaTests(null, postgres);
