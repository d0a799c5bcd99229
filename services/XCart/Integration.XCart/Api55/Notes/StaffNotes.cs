using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.XCart.AddOn;
using Integration.XCart.Api55.Orders;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Orders;

namespace Integration.XCart.Api55.Notes;

/// <summary>Adds lines below the staff notes through the add-on; the API of 5.5 only shows them.</summary>
internal sealed class StaffNotes(PlatformApi shop, AddOnBridge addOn) : IOrderNoteWriter
{
    private readonly AddOnOrders _orders = new(addOn);

    public int LongestLine => AddOnOrders.LongestText;

    public async Task<LookOutcome> LookAsync(string orderId, string line, CancellationToken ct) =>
        await PlacedOrder.ReadAsync(shop, orderId, ct) switch
        {
            PlacedOrder.Ready order when NoteLine.IsIn(order.Order.AdminNotes, line) => new LookOutcome.Same(order.Ref),
            PlacedOrder.Not not => new LookOutcome.Failed(not.Outcome),
            _ => new LookOutcome.NotFound(),
        };

    public async Task<WriteOutcome> AddAsync(string orderId, string line, CancellationToken ct)
    {
        if (NoteLine.Fault(line) is { } fault) return new WriteOutcome.Rejected([new Reason("adminNotes", fault)]);
        return await AddOnWrite.RefusalAsync(addOn, AddOnCalls.Notes, "adminNotes", ct) ?? await _orders.NoteAsync(orderId, line.Trim(), ct);
    }

    public Task<bool> AddsOnceAsync(CancellationToken ct) => _orders.TakesAsync(AddOnCalls.Notes, ct);
}
