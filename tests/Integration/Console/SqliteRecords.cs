namespace Integration.Tests.Integration.Console;

public sealed class SqliteRecords() : RecordTests(null);
