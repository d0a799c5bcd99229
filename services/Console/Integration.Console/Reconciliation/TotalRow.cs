namespace Integration.Console.Reconciliation;

internal sealed record TotalRow
{
    public string Entity { get; init; } = "";
    public string PartOf { get; init; } = "";
    public string Currency { get; init; } = "";
    public int StoreCount { get; init; }
    public long StoreAmount { get; init; }
    public int ErpCount { get; init; }
    public long ErpAmount { get; init; }
}
