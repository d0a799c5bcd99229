namespace Integration.Tests.Integration.Platform;

/// <summary>A message that no test consumes.</summary>
public sealed record Stranger(Guid Id);
