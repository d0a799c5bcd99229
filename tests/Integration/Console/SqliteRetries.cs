namespace Integration.Tests.Integration.Console;

public sealed class SqliteRetries() : RetryTests(null);
