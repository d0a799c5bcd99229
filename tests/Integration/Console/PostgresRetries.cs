using Integration.Tests.Servers;

namespace Integration.Tests.Integration.Console;

public sealed class PostgresRetries(PostgresFixture postgres) : RetryTests(postgres);
