using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.XCart.AddOn;
using Integration.XCart.Api55.Orders;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Orders;

namespace Integration.XCart.Api55.ErpNumbers;

/// <summary>Notes the ERP's order number below the staff notes through the add-on; the API of 5.5 only shows them.</summary>
internal sealed class ErpNumberNotes(PlatformApi shop, AddOnBridge addOn) : IErpNumberWriter
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
        if (ErpNumberLine.Fault(erpNumber) is { } fault) return new WriteOutcome.Rejected([new Reason("adminNotes", fault)]);
        var look = await PlacedOrder.ReadAsync(shop, orderId, ct);
        if (look is PlacedOrder.Not not) return not.Outcome;
        var order = (PlacedOrder.Ready)look;
        if (ErpNumberLine.IsIn(order.Order.AdminNotes, erpNumber)) return new WriteOutcome.AlreadyDone(order.Ref);
        return await AddOnWrite.RefusalAsync(addOn, AddOnCalls.Notes, "adminNotes", ct) ?? await _orders.NoteAsync(order.Ref, ErpNumberLine.Of(erpNumber), ct);
    }
}
