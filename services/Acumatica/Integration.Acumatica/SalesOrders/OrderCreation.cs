using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.SalesOrders;

/// <summary>Creates an order in one call that also reads back what was stored.</summary>
internal sealed class OrderCreation(EntityClient client, OrderLookup lookup)
{
    /// <summary>The query options of the creating call.</summary>
    public static EntityQuery Query(OrderDocument document) => new() { Expand = OrderComparison.Expand(document.Plain) };

    /// <summary>Sends the order. A refusal that may mean <em>Forbid Duplicates</em> is resolved by a look.</summary>
    public async Task<WriteOutcome> RunAsync(Session session, string reference, OrderDocument document, CancellationToken ct)
    {
        if (document.Problems.Count > 0) return new WriteOutcome.Rejected(document.Problems);
        var answer = await client.PutAsync(session, "SalesOrder", Wire.Wrap(document.Plain), Query(document), ct);
        if (answer.Failure is WriteOutcome.Rejected rejected && rejected.Reasons.Any(NamesCustomerOrder))
            return await ResolveDuplicateAsync(session, reference, document, rejected, ct);
        return answer.Failure ?? Compared(document, answer.Record);
    }

    /// <summary>Judges the record that a write answered with.</summary>
    public static WriteOutcome Compared(OrderDocument document, EntityRecord stored)
    {
        var id = OrderLookup.Id(stored);
        if (id.Number.Length == 0) return new WriteOutcome.Unknown("The ERP answered a write without an order number.");
        var differences = OrderComparison.Differences(document.Plain, stored);
        return differences.Count == 0 ? new WriteOutcome.Done(id.ToRef(), OrderReading.Echo(stored)) : new WriteOutcome.Differs(id.ToRef(), differences);
    }

    private async Task<WriteOutcome> ResolveDuplicateAsync(Session session, string reference, OrderDocument document, WriteOutcome.Rejected rejected, CancellationToken ct)
    {
        switch (await lookup.FindAsync(session, reference, document, ct))
        {
            case LookOutcome.Same same: return new WriteOutcome.AlreadyDone(same.Ref);
            case LookOutcome.Different different: return new WriteOutcome.Differs(different.Ref, different.Fields);
            case LookOutcome.Failed failed: return failed.Outcome;
        }

        var others = await lookup.WithCustomerOrderAsync(session, OrderAmounts.Text(document.Plain, "CustomerOrder"), ct);
        return others.Count == 0
            ? rejected
            : new WriteOutcome.Rejected([.. rejected.Reasons,
                new Reason("CustomerOrder", $"The order {string.Join(", ", others)} has this customer order number but not our external reference.")]);
    }

    // The texts of the duplicate check are not documented, so the field it stands on is the sign, or its display name.
    private static bool NamesCustomerOrder(Reason reason) =>
        reason.Field == "CustomerOrder" || reason.Message.Contains("Customer Order", StringComparison.OrdinalIgnoreCase);
}
