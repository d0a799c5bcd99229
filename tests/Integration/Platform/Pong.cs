namespace Integration.Tests.Integration.Platform;

public sealed record Pong(Guid Id, int Count);
