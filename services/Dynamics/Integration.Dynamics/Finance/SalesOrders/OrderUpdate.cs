using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol;
using Integration.Dynamics.Protocol.Batch;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>Brings an existing order to the document in one change set: changed lines are changed, new ones made, those that are gone deleted. What was stored is read back.</summary>
internal sealed class OrderUpdate(FinanceClient client, OrderStore store, DynamicsSettings settings)
{
    private static readonly string[] LineFields =
        ["OrderedSalesQuantity", "SalesPrice", "SalesPriceQuantity", "LineDiscountAmount", "LineDiscountPercentage", "MultilineDiscountAmount", "MultilineDiscountPercentage", "SalesUnitSymbol"];

    private static readonly string[] PartyFields = ["OrderingCustomerAccountNumber", "InvoiceCustomerAccountNumber", "CurrencyCode"];

    /// <summary>Reads, writes what differs, and compares.</summary>
    public async Task<WriteOutcome> RunAsync(string number, string reference, OrderDocument document, CancellationToken ct)
    {
        if (document.Problems.Count > 0) return new WriteOutcome.Rejected(document.Problems);
        var (stored, failure) = await store.ReadAsync(number, AmendmentComparison.Fields, ct);
        if (failure is not null) return failure;
        if (stored is null) return Refuse("header.SalesOrderNumber", $"The order {number} is no longer in F&O.");
        if (!OrderComparison.Same(stored.Reference, reference)) return Refuse("header.CustomersOrderReference", $"The order {number} does not carry our reference {reference}; it is not changed.");
        if (!OrderStatus.IsChangeable(stored)) return Refuse("header.SalesOrderStatus", $"The order {number} is {OrderStatus.Words(stored, settings.Items)} and can no longer be changed.");
        if (AmendmentComparison.Differences(document, stored).Count == 0) return new WriteOutcome.AlreadyDone(OrderId.Ref(number));

        var calls = Calls(number, document, stored);
        if (calls.Count > 0)
        {
            var answer = await client.BatchAsync([.. calls.Select(call => call.Call)], ct);
            if (answer.Failure is WriteOutcome.Rejected rejected) return RefusedLine.Named(rejected, answer.FailedCall, [.. calls.Select(call => call.Line)], document.Lines);
            if (answer.Failure is { } refused) return refused;
        }

        var (now, unread) = await store.ReadAsync(number, AmendmentComparison.Fields, ct);
        if (now is null) return new WriteOutcome.Unknown($"The order {number} was changed and cannot be read back{(unread is null ? "" : " now")}.");
        return AmendmentComparison.Differences(document, now) is { Count: > 0 } differences
            ? new WriteOutcome.Differs(OrderId.Ref(number), differences)
            : new WriteOutcome.Done(OrderId.Ref(number), OrderReading.Echo(now, settings.Items));
    }

    /// <summary>What must be called, each with the line that it is about.</summary>
    internal List<(BatchCall Call, JsonObject? Line)> Calls(string number, OrderDocument document, StoredOrder stored)
    {
        var calls = new List<(BatchCall Call, JsonObject? Line)>();
        var header = new JsonObject();
        foreach (var field in PartyFields.Where(field => document.Header.Text(field) is { Length: > 0 } value && !OrderComparison.Same(value, stored.Header.Text(field))).Concat(AmendmentComparison.Changed(document, stored)))
            header[field] = document.Header[field]!.DeepClone();
        if (header.Count > 0) calls.Add((new BatchCall(HttpMethod.Patch, store.Target(number), header), null));

        var left = stored.Lines.ToList();
        var last = left.Max(line => line.Number("LineNumber")) ?? 0;
        for (var index = 0; index < document.Lines.Count; index++)
        {
            var line = document.Lines[index];
            if (OrderComparison.Match(line, left) is not { } match)
            {
                var added = (JsonObject)line.DeepClone();
                added["SalesOrderNumber"] = number;
                added["LineNumber"] = ++last;
                calls.Add((new BatchCall(HttpMethod.Post, FinanceClient.Target(settings.LineEntity), added), line));
                continue;
            }

            left.Remove(match);
            if (OrderComparison.Differences(index.ToString(CultureInfo.InvariantCulture), line, match, document.Currency).Count > 0)
                calls.Add((new BatchCall(HttpMethod.Patch, LineTarget(match), Changed(line)), line));
        }

        calls.AddRange(left.Select(line => (new BatchCall(HttpMethod.Delete, LineTarget(line), null), (JsonObject?)null)));
        return calls;
    }

    private static JsonObject Changed(JsonObject line) =>
        new(LineFields.Where(line.ContainsKey).Select(field => KeyValuePair.Create(field, line[field]?.DeepClone())));

    private string LineTarget(FinanceRecord line) => client.Target(settings.LineEntity, ("InventoryLotId", line.Text("InventoryLotId")));

    private static WriteOutcome.Rejected Refuse(string field, string message) => new([new Reason(field, message)]);
}
