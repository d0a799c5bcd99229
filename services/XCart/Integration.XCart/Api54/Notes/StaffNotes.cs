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

namespace Integration.XCart.Api54.Notes;

/// <summary>
/// Adds lines below the staff notes: through the add-on where the shop has it. The REST API has no safe way to add to a text: a note that staff save
/// between our reading and our writing (one call apart) is overwritten.
/// </summary>
internal sealed class StaffNotes(RestApi shop, AddOnBridge addOn) : IOrderNoteWriter
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
        if (NoteLine.Fault(line) is { } fault) return Rejected(fault);
        if (ShopId.Of(orderId) is not null && await AddsOnceAsync(ct)) return await _orders.NoteAsync(orderId, line.Trim(), ct);
        var look = await PlacedOrder.ReadAsync(shop, orderId, ct);
        if (look is PlacedOrder.Not not) return not.Outcome;
        var order = (PlacedOrder.Ready)look;
        if (NoteLine.IsIn(order.Order.AdminNotes, line)) return new WriteOutcome.AlreadyDone(order.Ref);

        var answer = await shop.PutAsync<StoredOrder>(order.Path, new JsonObject { ["adminNotes"] = NoteLine.Below(order.Order.AdminNotes, line) }, ct);
        return answer switch
        {
            ShopAnswer<StoredOrder>.Failed failed => failed.Outcome,
            ShopAnswer<StoredOrder>.Given given when NoteLine.IsIn(given.Value.AdminNotes, line) => new WriteOutcome.Done(order.Ref),
            ShopAnswer<StoredOrder>.Given => Rejected("The shop did not keep the note."),
            _ => Rejected("The shop has no such order; it was deleted."),
        };
    }

    public Task<bool> AddsOnceAsync(CancellationToken ct) => _orders.TakesAsync(AddOnCalls.Notes, ct);

    private static WriteOutcome.Rejected Rejected(string message) => new([new Reason("adminNotes", message)]);
}
