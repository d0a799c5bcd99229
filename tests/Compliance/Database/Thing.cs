namespace Integration.Tests.Compliance.Database;

public sealed class Thing
{
    public string Id { get; init; } = "";

    public string Amount { get; init; } = "";

    public long At { get; init; }

    public int Small { get; init; }

    public int Flag { get; init; }

    public byte[]? Bytes { get; init; }

    public string? Note { get; init; }
}
