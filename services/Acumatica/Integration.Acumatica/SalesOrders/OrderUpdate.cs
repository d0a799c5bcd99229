using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;

namespace Integration.Acumatica.SalesOrders;

/// <summary>
/// Brings an existing order to the document: known lines keep their row id, new ones are added, those that are gone are deleted.
/// Row ids hold only within the session that read them, so reading and writing share one.
/// </summary>
internal sealed class OrderUpdate(EntityClient client)
{
    /// <summary>Reads, merges and writes.</summary>
    public async Task<WriteOutcome> RunAsync(Session session, string orderId, string reference, OrderDocument document, CancellationToken ct)
    {
        if (document.Problems.Count > 0) return new WriteOutcome.Rejected(document.Problems);
        if (OrderId.Parse(orderId) is not { } id) return Refuse("", $"{orderId} is not an order of the form WO/000123.");
        var read = await client.ReadAsync(session, "SalesOrder", [id.Type, id.Number], new EntityQuery { Expand = AmendmentComparison.Expand }, ct);
        if (read.Missing) return Refuse("OrderNbr", $"The order {id} is no longer in the ERP.");
        if (read.Failure is { } failure) return failure;
        var stored = read.Record;
        if (stored.Text("ExternalRef") != reference) return Refuse("ExternalRef", $"The order {id} does not carry our reference {reference}; it is not changed.");
        var equal = AmendmentComparison.Differences(document.Plain, stored).Count == 0;
        if (equal && OrderStatus.Changeable.Contains(stored.Text("Status"))) return new WriteOutcome.AlreadyDone(id.ToRef());
        if (!OrderStatus.Changeable.Contains(stored.Text("Status"))) return Refuse("Status", $"The order {id} is {stored.Text("Status")} and can no longer be changed.");

        var answer = await client.PutAsync(session, "SalesOrder", Wire.Wrap(Merge(document.Plain, stored, id)), new EntityQuery { Expand = AmendmentComparison.Expand }, ct, mustExist: true);
        return answer.Failure ?? Compared(document, answer.Record, id);
    }

    /// <summary>Reads and compares in everything that an update changes.</summary>
    public async Task<LookOutcome> CompareAsync(Session session, string orderId, string reference, OrderDocument document, CancellationToken ct)
    {
        if (OrderId.Parse(orderId) is not { } id) return new LookOutcome.NotFound();
        var read = await client.ReadAsync(session, "SalesOrder", [id.Type, id.Number], new EntityQuery { Expand = AmendmentComparison.Expand }, ct);
        if (read.Missing) return new LookOutcome.NotFound();
        if (read.Failure is { } failure) return new LookOutcome.Failed(failure);
        if (read.Record.Text("ExternalRef") != reference) return new LookOutcome.Different(id.ToRef(), [new Reason("ExternalRef", $"The order {id} does not carry our reference {reference}.")]);
        if (OrderStatus.Of(read.Record) == ErpOrderStatus.Cancelled) return new LookOutcome.Different(id.ToRef(), [new Reason("Status", "The order is cancelled in the ERP.")]);
        var differences = AmendmentComparison.Differences(document.Plain, read.Record);
        return differences.Count == 0 ? new LookOutcome.Same(id.ToRef()) : new LookOutcome.Different(id.ToRef(), differences);
    }

    private static WriteOutcome Compared(OrderDocument document, EntityRecord stored, OrderId id) => AmendmentComparison.Differences(document.Plain, stored) is { Count: > 0 } differences
        ? new WriteOutcome.Differs(id.ToRef(), differences)
        : new WriteOutcome.Done(id.ToRef(), OrderReading.Echo(stored));

    /// <summary>The document with the keys of the order and the row ids of what it holds already.</summary>
    internal static JsonObject Merge(JsonObject plain, EntityRecord stored, OrderId id)
    {
        var merged = (JsonObject)plain.DeepClone();
        merged["OrderType"] = id.Type;
        merged["OrderNbr"] = id.Number;
        // Whoever put the order on hold in the ERP keeps it there.
        merged.Remove("Hold");
        MergeLines(merged, stored);
        MergeRows(merged, stored, "DiscountDetails", "ExternalDiscountCode");
        MergeRows(merged, stored, "TaxDetails", "TaxID");
        KeepPayments(merged, stored);
        return merged;
    }

    private static void MergeLines(JsonObject merged, EntityRecord stored)
    {
        var left = stored.Rows("Details").ToList();
        foreach (var line in OrderAmounts.Rows(merged, "Details"))
        {
            if (OrderComparison.Match(line, left) is not { } match) continue;
            left.Remove(match);
            line["id"] = match.Id;
            // A discount that the new document no longer has must be taken off, not left standing.
            if (!line.ContainsKey("DiscountAmount") && match.Number("DiscountAmount") is > 0) (line["ManualDiscount"], line["DiscountAmount"]) = (true, 0m);
        }

        Delete(merged, "Details", left.Where(line => !line.Flag("FreeItem")));
    }

    private static void MergeRows(JsonObject merged, EntityRecord stored, string collection, string key)
    {
        var left = stored.Rows(collection).ToList();
        foreach (var row in OrderAmounts.Rows(merged, collection))
        {
            var match = left.FindIndex(candidate => string.Equals(candidate.Text(key), OrderAmounts.Text(row, key).Trim(), StringComparison.OrdinalIgnoreCase));
            if (match < 0) continue;
            row["id"] = left[match].Id;
            left.RemoveAt(match);
        }

        Delete(merged, collection, left);
    }

    // Money that is booked stays booked: only payments that the order does not have yet are added, those that a
    // cancellation freed are applied again, and no more is applied than the order costs.
    private static void KeepPayments(JsonObject merged, EntityRecord stored)
    {
        if (merged["Payments"] is not JsonArray payments) return;
        var booked = stored.Rows("Payments").Select(row => row.Text("ExternalRef")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var payment in payments.OfType<JsonObject>().Where(payment => booked.Contains(OrderAmounts.Text(payment, "ExternalRef"))).ToList())
        {
            var again = AmendmentComparison.IsMisapplied(payment, stored)
                ? new JsonObject { ["id"] = AmendmentComparison.Booked(payment, stored)!.Value.Id, ["AppliedToOrder"] = payment["AppliedToOrder"]!.DeepClone() }
                : null;
            payments.Remove(payment);
            if (again is not null) payments.Add(again);
        }

        if (payments.Count == 0) merged.Remove("Payments");
    }

    private static void Delete(JsonObject merged, string collection, IEnumerable<EntityRecord> rows)
    {
        foreach (var row in rows)
        {
            if (merged[collection] is not JsonArray list) merged[collection] = list = [];
            list.Add(new JsonObject { ["id"] = row.Id, ["delete"] = true });
        }
    }

    private static WriteOutcome.Rejected Refuse(string field, string message) => new([new Reason(field, message)]);
}
