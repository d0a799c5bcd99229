using Integration.Tests.Servers;

namespace Integration.Tests.Integration.Console;

public sealed class PostgresRecords(PostgresFixture postgres) : RecordTests(postgres);
