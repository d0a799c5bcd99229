using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Protocol.Batch;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>Brings an existing order to the document in one change set: changed lines are changed, new ones made, those that are gone deleted, totals last. What was stored is read back.</summary>
internal sealed class SalesUpdate(DataverseClient client, SalesStore store, LinkResolver links, DynamicsSettings settings)
{
    private const int Attempts = 5;

    /// <summary>
    /// Reads, writes what differs, and compares. An order that was touched between the read and the write is read again: as long as nothing of what is compared became another, as when dual-write brings
    /// back what it has copied, the write is tried again.
    /// </summary>
    public async Task<WriteOutcome> RunAsync(string orderId, string reference, SalesDocument document, CancellationToken ct)
    {
        if (document.Problems.Count > 0) return new WriteOutcome.Rejected(document.Problems);
        StoredSale? before = null;
        for (var attempt = 1; ; attempt++)
        {
            var (stored, failure) = await store.ReadAsync(reference, SalesComparison.Amended, ct);
            if (failure is not null) return failure;
            if (Refusal(stored, orderId, reference) is { } refusal) return refusal;
            var link = SaleRef.Of(stored!.Header, settings.HasDualWrite)!;
            if (SalesComparison.WithAmendments(document, stored).Count == 0) return new WriteOutcome.AlreadyDone(link);
            if (before is not null && !SalesComparison.IsUnchanged(document, before, stored)) return Changed(stored);
            var (found, unresolved) = await links.ResolveAsync(document, ct);
            if (found is null) return unresolved!;

            var answer = await client.BatchAsync(Calls(document, found, stored), ct);
            if (answer.Failure is not { } refused) return await WrittenAsync(reference, document, stored, link, ct);
            if (DataverseError.Of(answer.Refusal).Code != ErrorCodes.VersionMismatch) return refused;
            if (attempt == Attempts) return Changed(stored);
            before = stored;
        }
    }

    /// <summary>What must be called.</summary>
    internal List<BatchCall> Calls(SalesDocument document, SalesLinks found, StoredSale stored)
    {
        var calls = new List<BatchCall>();
        var left = stored.Lines.ToList();
        var last = stored.Lines.Count > 0 ? stored.Lines.Max(line => line.Taken) : 0;
        var changes = new List<BatchCall>();
        foreach (var (index, line) in document.Lines.Index())
        {
            if (SalesComparison.Match(line, left) is not { } match)
            {
                var body = SalesBody.Line(line, ++last, found.Lines[index], found, settings);
                body["salesorderid@odata.bind"] = Addresses.Bind(SalesStore.Orders, stored.Id);
                changes.Add(client.Creation(SalesStore.Lines, body));
                continue;
            }

            left.Remove(match);
            if (match.PricingError > 0 || SalesComparison.Differences(index.ToString(CultureInfo.InvariantCulture), line, match).Count > 0)
                changes.Add(client.Change(SalesStore.Lines, match.Id, SalesBody.Content(line, found.Lines[index], settings), Tag(match.Record)));
        }

        // The header first: its entity tag is that of the state that was compared.
        calls.Add(client.Change(SalesStore.Orders, stored.Id, Header(document, found, stored), Tag(stored.Header)));
        calls.AddRange(changes);
        calls.AddRange(left.Select(line => client.Deletion(SalesStore.Lines, line.Id)));
        calls.Add(client.Change(SalesStore.Orders, stored.Id, SalesBody.Totals(document)));
        return calls;
    }

    private async Task<WriteOutcome> WrittenAsync(string reference, SalesDocument document, StoredSale before, RecordRef link, CancellationToken ct)
    {
        var (now, unread) = await store.ReadAsync(reference, SalesComparison.Amended, ct);
        if (now is null) return new WriteOutcome.Unknown($"The order {before.Number} was changed and cannot be read back{(unread is null ? "" : " now")}.");
        return SalesComparison.WithAmendments(document, now) is { Count: > 0 } differences
            ? new WriteOutcome.Differs(link, differences)
            : new WriteOutcome.Done(link, settings.HasDualWrite ? null : now.Echo(settings));
    }

    private JsonObject Header(SalesDocument document, SalesLinks found, StoredSale stored)
    {
        var header = new JsonObject();
        foreach (var column in SalesComparison.Changed(document, stored)) header[column] = document.Columns[column]?.DeepClone();
        foreach (var (name, value) in found.Header) header[name] = value?.DeepClone();
        if (stored.Header.Link("customerid") != found.Customer.Id) header[$"{found.Customer.Navigation}@odata.bind"] = found.Customer.Bound;
        (header["freightamount"], header["discountamount"]) = (document.Freight, document.Discount);
        // Held because it could not be priced: this is the correction. What people hold stays held.
        if (stored.HasPricingErrors) header["statuscode"] = SalesState.New;
        if (stored.HasPricingErrors && settings.HasDualWrite) header["msdyn_issalesprocessingstopped"] = false;
        return header;
    }

    private WriteOutcome.Rejected? Refusal(StoredSale? stored, string orderId, string reference)
    {
        if (stored is null) return Refuse("header.Reference", $"Dataverse has no order with our reference {reference}; the order {orderId} is not changed.");
        if (SaleRef.Of(stored.Header, settings.HasDualWrite) is not { } link) return SalesLookup.Waiting(reference);
        if (!SalesComparison.Same(link.Id, orderId)) return Refuse("header.Reference", $"The order {orderId} does not carry our reference {reference}; it is not changed.");
        return SalesState.IsChangeable(stored) ? null : Refuse("header.statecode", $"The order {stored.Number} is {SalesState.Words(stored)} and can no longer be changed.");
    }

    private static WriteOutcome.Rejected Changed(StoredSale order) => Refuse("header", $"The order {order.Number} was changed by somebody else just now: look at it and try again.");

    private static string? Tag(DataverseRecord record) => record.ETag.Length > 0 ? record.ETag : null;

    private static WriteOutcome.Rejected Refuse(string field, string message) => new([new Reason(field, message)]);
}
