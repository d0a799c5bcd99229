using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.SalesOrders;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.Payments;

/// <summary>Books money that came in: a payment applied to the order, then released. One that came embedded in the order is only released.</summary>
internal sealed class CaptureBooking(EntityClient client, PaymentLookup lookup, TimeProvider clock)
{
    /// <summary>Creates what is not there, releases what is.</summary>
    public async Task<WriteOutcome> PostAsync(Session session, PaymentPosting posting, JsonObject mapped, CancellationToken ct)
    {
        var (found, failure) = await lookup.WithKeyAsync(session, posting.Entry.Key, incoming: true, ct);
        if (failure is not null) return failure;
        if (found.Count > 0)
        {
            var differences = PaymentLookup.Differences(posting, found);
            return differences.Count > 0
                ? new WriteOutcome.Differs(PaymentLookup.Id(found[0]).ToRef(), differences)
                : await ReleasedAsync(session, posting, found[0], "", ct);
        }

        if (OrderId.Parse(posting.ErpOrder.Id) is not { } id) return new WriteOutcome.Rejected([new Reason("", $"{posting.ErpOrder.Id} is not an order of the form WO/000123.")]);
        var (balance, unread) = await OrderBalance.ReadAsync(client, session, id, ct);
        if (balance is null) return unread!;
        var document = mapped.DeepClone().AsObject();
        document["CustomerID"] ??= balance.Order.Text("CustomerID");
        balance.Apply(document, id, posting.Entry.Amount);
        if (Problems(posting, document) is { Count: > 0 } problems) return new WriteOutcome.Rejected(problems);
        var (answer, echo) = await PaymentWrite.PutAsync(client, session, "Payment", "ApplicationDate", document, EntityQuery.None, posting.Settings, clock, ct);
        if (answer.Failure is { } refused) return refused;
        if (PaymentLookup.Id(answer.Record).Number.Length == 0) return new WriteOutcome.Unknown("The ERP answered a write without a reference number.");
        var stored = PaymentLookup.Differences(posting, [answer.Record]);
        return stored.Count > 0 ? new WriteOutcome.Differs(PaymentLookup.Id(answer.Record).ToRef(), stored) : await ReleasedAsync(session, posting, answer.Record, echo, ct);
    }

    /// <summary>Everything for which a document must not be sent.</summary>
    public static IReadOnlyList<Reason> Problems(PaymentPosting posting, JsonObject document)
    {
        var problems = new List<Reason>(PaymentMappings.PaymentModel.Problems(document));
        if (OrderAmounts.Text(document, "ExternalRef") != posting.Entry.Key)
            problems.Add(new Reason("ExternalRef", $"The mapping must write the key {posting.Entry.Key} here: by it the payment is found again."));
        return problems;
    }

    private async Task<WriteOutcome> ReleasedAsync(Session session, PaymentPosting posting, EntityRecord payment, string echo, CancellationToken ct)
    {
        var id = PaymentLookup.Id(payment);
        if (!posting.Settings.Release || !PaymentLookup.IsUnreleased(payment)) return new WriteOutcome.Done(id.ToRef(), echo);
        return await PaymentWrite.ReleaseAsync(client, session, id, ct) ?? new WriteOutcome.Done(id.ToRef(), echo);
    }
}
