namespace Integration.Console.Reconciliation.Settlement;

/// <summary>What a settlement file adds up to for a provider and currency, beside what the two sides have of the same methods; in millionths.</summary>
internal sealed record SettlementTotalRow
{
    public string Provider { get; init; } = "";
    public string Currency { get; init; } = "";
    public int Captures { get; init; }
    public long Captured { get; init; }
    public int Refunds { get; init; }
    public long Refunded { get; init; }
    public long Fees { get; init; }
    public long Payout { get; init; }
    public long StoreCaptured { get; init; }
    public long StoreRefunded { get; init; }
    public long ErpCaptured { get; init; }
    public long ErpRefunded { get; init; }

    /// <summary>What is left after fees and refunds.</summary>
    public long Expected => Captured - Refunded - Fees;
}
