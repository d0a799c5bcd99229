using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;

namespace Integration.Acumatica.SalesOrders;

/// <summary>Opens a cancelled order again, as the button of the form does. Payments that were freed for the cancellation are applied by the update that follows.</summary>
internal sealed class OrderReopening(EntityClient client)
{
    /// <summary>Reads the status and opens.</summary>
    public async Task<WriteOutcome> RunAsync(Session session, string orderId, CancellationToken ct)
    {
        if (OrderId.Parse(orderId) is not { } id) return Refuse("", $"{orderId} is not an order of the form WO/000123.");
        var read = await client.ReadAsync(session, "SalesOrder", [id.Type, id.Number], EntityQuery.None, ct);
        if (read.Missing) return Refuse("OrderNbr", $"The order {id} is no longer in the ERP.");
        if (read.Failure is { } failure) return failure;
        if (OrderStatus.Of(read.Record) != ErpOrderStatus.Cancelled) return new WriteOutcome.AlreadyDone(id.ToRef());
        var answer = await client.ActAsync(session, "SalesOrder", "ReopenSalesOrder", Wire.Wrap(new JsonObject { ["OrderType"] = id.Type, ["OrderNbr"] = id.Number }), ct);
        return answer.Failure ?? new WriteOutcome.Done(id.ToRef());
    }

    private static WriteOutcome.Rejected Refuse(string field, string message) => new([new Reason(field, message)]);
}
