using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.XCart.AddOn;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Orders;

namespace Integration.XCart.Api54.ErpNumbers;

/// <summary>
/// Notes the ERP's order number as a line <c>ERP: SO-000123</c> in the staff notes, below what stands there: through the add-on where the shop has it.
/// The REST API has no safe way to add to a text: a note that staff save between our reading and our writing (one call apart) is overwritten.
/// </summary>
internal sealed class ErpNumberNotes(RestApi shop, AddOnBridge addOn) : IErpNumberWriter
{
    private readonly AddOnOrders _orders = new(addOn);

    public async Task<LookOutcome> LookAsync(string orderId, string erpNumber, CancellationToken ct) =>
        await PlacedOrder.ReadAsync(shop, orderId, ct) switch
        {
            PlacedOrder.Ready order when ErpNumberLine.IsIn(order.Order.AdminNotes, erpNumber) => new LookOutcome.Same(order.Ref),
            PlacedOrder.Not not => new LookOutcome.Failed(not.Outcome),
            _ => new LookOutcome.NotFound(),
        };

    public async Task<WriteOutcome> WriteAsync(string orderId, string erpNumber, CancellationToken ct)
    {
        if (ErpNumberLine.Fault(erpNumber) is { } fault) return Rejected(fault);
        var look = await PlacedOrder.ReadAsync(shop, orderId, ct);
        if (look is PlacedOrder.Not not) return not.Outcome;
        var order = (PlacedOrder.Ready)look;
        if (ErpNumberLine.IsIn(order.Order.AdminNotes, erpNumber)) return new WriteOutcome.AlreadyDone(order.Ref);

        if ((await addOn.StandAsync(ct)).Can(AddOnCalls.Notes)) return await _orders.NoteAsync(order.Ref, ErpNumberLine.Of(erpNumber), ct);
        var answer = await shop.PutAsync<StoredOrder>(order.Path, new JsonObject { ["adminNotes"] = ErpNumberLine.Below(order.Order.AdminNotes, erpNumber) }, ct);
        return answer switch
        {
            ShopAnswer<StoredOrder>.Failed failed => failed.Outcome,
            ShopAnswer<StoredOrder>.Given given when ErpNumberLine.IsIn(given.Value.AdminNotes, erpNumber) => new WriteOutcome.Done(order.Ref),
            ShopAnswer<StoredOrder>.Given => Rejected("The shop did not keep the note."),
            _ => Rejected("The shop has no such order; it was deleted."),
        };
    }

    private static WriteOutcome.Rejected Rejected(string message) => new([new Reason("adminNotes", message)]);
}
