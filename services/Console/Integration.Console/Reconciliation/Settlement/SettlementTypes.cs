namespace Integration.Console.Reconciliation.Settlement;

/// <summary>What a line of a settlement file is.</summary>
internal static class SettlementTypes
{
    /// <summary>Money that came in.</summary>
    public const string Capture = "capture";

    /// <summary>Money that went back to a customer.</summary>
    public const string Refund = "refund";

    /// <summary>What the provider kept for no single transaction.</summary>
    public const string Fee = "fee";

    /// <summary>What the provider paid out to the merchant.</summary>
    public const string Payout = "payout";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Capture, Refund, Fee, Payout];
}
