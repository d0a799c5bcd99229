namespace Integration.Tests.Integration.Console;

public sealed class SqliteAttention() : AttentionTests(null);
