namespace Integration.Tests.Integration.Platform;

public sealed class SqliteLeases() : LeaseTests(null);
