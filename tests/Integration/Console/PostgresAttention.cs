using Integration.Tests.Servers;

namespace Integration.Tests.Integration.Console;

public sealed class PostgresAttention(PostgresFixture postgres) : AttentionTests(postgres);
