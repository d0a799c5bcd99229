namespace Integration.Tests.Integration.Platform;

public sealed class MemorySqliteSagas() : SagaTests(null, null);
