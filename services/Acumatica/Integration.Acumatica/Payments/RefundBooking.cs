using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.Payments;

/// <summary>
/// Books money that went back: a refund applied to the payments that it gives back. These must be released and have a balance, so what an order holds of
/// them is freed first; what an invoice has used up cannot be freed, and is taken from released credit memos of the order. Where these are not enough, the
/// refund waits unapplied for one.
/// </summary>
internal sealed class RefundBooking(EntityClient client, PaymentLookup lookup, OpenCreditMemos memos, TimeProvider clock)
{
    /// <summary>Creates what is not there, releases what is.</summary>
    public async Task<WriteOutcome> PostAsync(Session session, PaymentPosting posting, JsonObject mapped, CancellationToken ct)
    {
        var (found, failure) = await lookup.WithKeyAsync(session, posting.Entry.Key, incoming: false, ct);
        if (failure is not null) return failure;
        if (found.Count > 0)
        {
            var differences = PaymentLookup.Differences(posting, found);
            if (differences.Count > 0) return new WriteOutcome.Differs(PaymentLookup.Id(found[0]).ToRef(), differences);
            return await ReleasedAsync(session, posting, found[0], ct);
        }

        var (rows, customer, unread) = await OriginalsAsync(session, posting, ct);
        if (unread is not null) return unread;
        var document = mapped.DeepClone().AsObject();
        document["CustomerID"] ??= customer;
        document["OrigTransaction"] ??= posting.Entry.ProviderReference[..Math.Min(40, posting.Entry.ProviderReference.Length)];
        if (rows.Count > 0) document["DocumentsToApply"] = rows;
        if (CaptureBooking.Problems(posting, document) is { Count: > 0 } problems) return new WriteOutcome.Rejected(problems);
        var (answer, echo) = await PaymentWrite.PutAsync(client, session, "Payment", "ApplicationDate", document, EntityQuery.None, posting.Settings, clock, ct);
        if (answer.Failure is { } refused) return refused;
        if (PaymentLookup.Id(answer.Record) is not { Number.Length: > 0 } id) return new WriteOutcome.Unknown("The ERP answered a write without a reference number.");
        var stored = PaymentLookup.Differences(posting, [answer.Record]);
        if (stored.Count > 0) return new WriteOutcome.Differs(id.ToRef(), stored);
        if (!posting.Settings.Release) return new WriteOutcome.Done(id.ToRef(), echo);
        if (rows.Count == 0) return new WriteOutcome.Done(id.ToRef(), PaymentFields.NotApplied);
        return await PaymentWrite.ReleaseAsync(client, session, id, ct) ?? new WriteOutcome.Done(id.ToRef(), echo);
    }

    // A refund that was applied to nothing is refused by the release: what it can be applied to is looked for again, and without it a person is told.
    private async Task<WriteOutcome> ReleasedAsync(Session session, PaymentPosting posting, EntityRecord refund, CancellationToken ct)
    {
        var id = PaymentLookup.Id(refund);
        if (!posting.Settings.Release || !PaymentLookup.IsUnreleased(refund)) return new WriteOutcome.AlreadyDone(id.ToRef());
        var read = await client.ReadAsync(session, "Payment", [id.Type, id.Number], new EntityQuery { Expand = "DocumentsToApply" }, ct);
        if (read.Failure is { } failure) return failure;
        if (read.Record.Rows("DocumentsToApply").Count == 0)
        {
            var (rows, _, unread) = await OriginalsAsync(session, posting, ct);
            if (unread is not null) return unread;
            if (rows.Count == 0) return new WriteOutcome.Done(id.ToRef(), PaymentFields.NotApplied);
            var document = PaymentWrite.Keys(id);
            document["DocumentsToApply"] = rows;
            if ((await client.PutAsync(session, "Payment", Wire.Wrap(document), EntityQuery.None, ct, mustExist: true)).Failure is { } refused) return refused;
        }

        return await PaymentWrite.ReleaseAsync(client, session, id, ct) ?? new WriteOutcome.Done(id.ToRef());
    }

    private async Task<(JsonArray Rows, string Customer, WriteOutcome? Failure)> OriginalsAsync(Session session, PaymentPosting posting, CancellationToken ct)
    {
        var (left, rows, customer) = (posting.Entry.Amount, new JsonArray(), "");
        foreach (var key in posting.Captures)
        {
            var (found, failure) = await lookup.WithKeyAsync(session, key, incoming: true, ct);
            if (failure is not null) return ([], "", failure);
            if (found.Count != 1) return ([], "", Refuse($"The payment {key} that it gives back is {(found.Count == 0 ? "no longer in the ERP" : "there several times")}."));
            var original = found[0];
            customer = original.Text("CustomerID");
            if (left <= 0 || original.Text("Status") == "Voided" || !posting.Settings.Release) continue;
            var taken = Math.Min(left, (original.Number("AvailableBalance") ?? 0) + (original.Number("AppliedToOrders") ?? 0));
            if (taken <= 0) continue;
            if (await FreeAsync(session, original, taken, ct) is { } notFreed) return ([], "", notFreed);
            rows.Add(new JsonObject { ["DocType"] = original.Text("Type"), ["ReferenceNbr"] = original.Text("ReferenceNbr"), ["AmountPaid"] = taken });
            left -= taken;
        }

        if (customer.Length == 0) return ([], "", Refuse("No payment that it could give back is in the ERP."));
        if (left > 0 && posting.Settings.Release)
        {
            var (credited, missing, unread) = await memos.ForAsync(session, posting, customer, left, ct);
            if (unread is not null) return ([], "", unread);
            foreach (var row in credited) rows.Add(row);
            left = missing;
        }

        // Half applied would be released for the half; all or nothing keeps the books clear.
        return (left > 0 ? [] : rows, customer, null);
    }

    /// <summary>Releases the original and takes as much of it off its orders as the refund needs; what an earlier attempt freed is not freed again.</summary>
    private async Task<WriteOutcome?> FreeAsync(Session session, EntityRecord original, decimal amount, CancellationToken ct)
    {
        var id = PaymentLookup.Id(original);
        var needed = amount - (original.Number("AvailableBalance") ?? 0);
        if (needed > 0)
        {
            var read = await client.ReadAsync(session, "Payment", [id.Type, id.Number], new EntityQuery { Expand = "OrdersToApply" }, ct);
            if (read.Failure is { } failure) return failure;
            var rows = new JsonArray();
            foreach (var row in read.Record.Rows("OrdersToApply"))
            {
                var freed = Math.Min(needed, row.Number("AppliedToOrder") ?? 0);
                if (freed <= 0) continue;
                rows.Add(new JsonObject
                {
                    ["id"] = row.Id, ["OrderType"] = row.Text("OrderType"), ["OrderNbr"] = row.Text("OrderNbr"), ["AppliedToOrder"] = (row.Number("AppliedToOrder") ?? 0) - freed,
                });
                needed -= freed;
            }

            var document = PaymentWrite.Keys(id);
            document["OrdersToApply"] = rows;
            var put = await client.PutAsync(session, "Payment", Wire.Wrap(document), EntityQuery.None, ct, mustExist: true);
            if (put.Failure is { } refused) return refused;
        }

        return PaymentLookup.IsUnreleased(original) ? await PaymentWrite.ReleaseAsync(client, session, id, ct) : null;
    }

    private static WriteOutcome.Rejected Refuse(string message) => new([new Reason("DocumentsToApply", message)]);
}
