using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;

namespace Integration.Acumatica.SalesOrders;

/// <summary>
/// Cancels an order. Acumatica refuses while payments are applied, so these are first set to 0, as its own connector does; the
/// payment documents stay on the customer's account. Shipments, child orders and purchase receipts make it refuse for good.
/// </summary>
internal sealed class OrderCancellation(EntityClient client)
{
    /// <summary>Reads the status, frees payments and cancels.</summary>
    public async Task<WriteOutcome> RunAsync(Session session, string orderId, CancellationToken ct)
    {
        if (OrderId.Parse(orderId) is not { } id) return Refuse("", $"{orderId} is not an order of the form WO/000123.");
        var read = await client.ReadAsync(session, "SalesOrder", [id.Type, id.Number], new EntityQuery { Expand = "Payments" }, ct);
        if (read.Missing) return Refuse("OrderNbr", $"The order {id} is no longer in the ERP.");
        if (read.Failure is { } failure) return failure;
        if (OrderStatus.Of(read.Record) == ErpOrderStatus.Cancelled) return new WriteOutcome.AlreadyDone(id.ToRef());

        var applied = read.Record.Rows("Payments").Where(payment => payment.Number("AppliedToOrder") is > 0).ToList();
        if (applied.Count > 0 && Cancellable(read.Record))
        {
            var freed = await client.PutAsync(session, "SalesOrder", Wire.Wrap(Free(id, applied)), EntityQuery.None, ct, mustExist: true);
            if (freed.Failure is { } refused) return refused;
        }

        var answer = await client.ActAsync(session, "SalesOrder", "CancelSalesOrder", Wire.Wrap(Keys(id)), ct);
        return answer.Failure ?? new WriteOutcome.Done(id.ToRef());
    }

    // Anything else is refused by the ERP with its own reason; the payments must not be freed for that.
    private static bool Cancellable(EntityRecord order) => order.Text("Status") is "On Hold" or "Open" or "Awaiting Payment" or "Credit Hold";

    private static JsonObject Keys(OrderId id) => new() { ["OrderType"] = id.Type, ["OrderNbr"] = id.Number };

    private static JsonObject Free(OrderId id, IEnumerable<EntityRecord> payments)
    {
        var document = Keys(id);
        document["Payments"] = new JsonArray([.. payments.Select(payment => new JsonObject { ["id"] = payment.Id, ["AppliedToOrder"] = 0m })]);
        return document;
    }

    private static WriteOutcome.Rejected Refuse(string field, string message) => new([new Reason(field, message)]);
}
