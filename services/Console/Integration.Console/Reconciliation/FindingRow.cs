namespace Integration.Console.Reconciliation;

internal sealed record FindingRow
{
    public string RunId { get; init; } = "";
    public string Entity { get; init; } = "";
    public string Key { get; init; } = "";
    public string Cause { get; init; } = "";
    public string State { get; init; } = "";
    public string StoreId { get; init; } = "";
    public string ErpId { get; init; } = "";
    public string Number { get; init; } = "";
    public long? StoreAmount { get; init; }
    public long? ErpAmount { get; init; }
    public string Currency { get; init; } = "";
    public string Words { get; init; } = "";
    public long ChangedAt { get; init; }
    public long HealingAt { get; init; }
}
