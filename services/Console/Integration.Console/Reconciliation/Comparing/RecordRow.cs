namespace Integration.Console.Reconciliation.Comparing;

/// <summary>A listed record as it was kept.</summary>
internal sealed record RecordRow
{
    public string Key { get; init; } = "";
    public string Side { get; init; } = "";
    public string Id { get; init; } = "";
    public string Number { get; init; } = "";
    public string Reference { get; init; } = "";
    public string State { get; init; } = "";
    public long? Amount { get; init; }
    public long Deducted { get; init; }
    public string Currency { get; init; } = "";
    public string PartOf { get; init; } = "";
    public long At { get; init; }
    public long ChangedAt { get; init; }
}
