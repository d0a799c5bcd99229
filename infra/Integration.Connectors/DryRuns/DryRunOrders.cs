using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Privacy;
using Integration.Contracts.Orders;

namespace Integration.Connectors.DryRuns;

/// <summary>Reads orders for dry runs: afresh in the shop, else from the snapshots. Writes and remembers nothing.</summary>
public static class DryRunOrders
{
    /// <summary>Reads one order by its number or the shop's id.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="asked">Number or id.</param>
    /// <param name="storefront">The shop.</param>
    /// <param name="snapshots">What was read before, or null when it cannot be reached.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<OrderAnswer> ReadAsync(PairDefinition pair, string asked, IStorefront storefront, OrderSnapshots? snapshots, CancellationToken ct)
    {
        var id = (snapshots is null ? null : await snapshots.IdOfAsync(pair.Name, asked, ct)) ?? asked;
        var outcome = await storefront.Orders.ReadAsync(pair, id, ct);
        // As the reading lane does it, so that the dry run maps what the lane would.
        if (outcome is ReadOutcome<Order>.Found found) return new OrderAnswer([new ReadOrder(OrderChecks.WithRounding(CardNumbers.Remove(found.Value), pair.RoundingLimit), "the shop, just now")], []);
        var note = outcome switch
        {
            ReadOutcome<Order>.NotFound => $"The shop has no order with the id {id}. An order that was never read here is found by the shop's id, not by its number.",
            ReadOutcome<Order>.NotReady notReady => $"The shop's order is not ready: {notReady.Reason}",
            ReadOutcome<Order>.Unreadable unreadable => $"The shop's order cannot be understood: {Words(unreadable.Reasons.Select(reason => reason.Message))}",
            ReadOutcome<Order>.Failed failed => $"The shop did not answer: {Words(failed.Outcome)}",
            _ => "The order could not be read.",
        };
        return snapshots is not null && await snapshots.FindAsync(pair.Name, id, ct) is { } kept ? new OrderAnswer([kept], [note]) : new OrderAnswer([], [note]);
    }

    private static string Words(WriteOutcome outcome) => outcome switch
    {
        WriteOutcome.Unavailable unavailable => unavailable.Reason,
        WriteOutcome.Denied denied => denied.Reason,
        WriteOutcome.Unknown unknown => unknown.Reason,
        WriteOutcome.Throttled => "it asks for fewer calls.",
        WriteOutcome.Rejected rejected => Words(rejected.Reasons.Select(reason => reason.Message)),
        _ => "it refused.",
    };

    private static string Words(IEnumerable<string> messages) => string.Join(' ', messages);
}
