namespace Integration.Tests.Integration.Platform;

public sealed record Ping(Guid Id, string Text, decimal Amount);
