namespace Integration.Connectors.Backfills;

/// <summary>Says why a lane is not backfilled.</summary>
public static class BackfillRefusal
{
    private static readonly Dictionary<string, string> Never = new(StringComparer.Ordinal)
    {
        ["shipments"] = "The sweep of shipments begins at the pair's from and goes by the ERP's change stamps, so it is its own first load; for older orders the ERP tells no list by order.",
        ["returns"] = "What came back before the lane was on may have been taken back in the ERP by hand, without our reference: it would be entered twice. From the pair's from on the ERP's own "
            + "returns and credit memos are swept; what the shop shows of an order is entered when the order changes, or when its look is retried.",
        ["status"] = "It writes what the ERP tells of an order; there is nothing of its own to list.",
        ["refunds"] = "Refunds are movements of money: backfill payments.",
        ["reconciliation"] = "It reads whole days by itself: ./run reconcile --day.",
    };

    /// <summary>The text for an operator.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="lane">What was asked for.</param>
    /// <param name="can">The lanes that can.</param>
    public static string Of(string pair, string lane, IReadOnlyCollection<string> can) =>
        $"Lane {lane} of {pair} cannot be backfilled: {Never.GetValueOrDefault(lane.Split('.')[0], "it is switched off, its system cannot list, or there is no such lane.")}"
        + $" Can be: {(can.Count > 0 ? string.Join(", ", can) : "none")}.";
}
