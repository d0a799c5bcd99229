using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.XCart.Orders;
using Integration.XCart.Orders.Wire;
using Integration.XCart.Protocol;

namespace Integration.XCart.ErpNumbers;

/// <summary>
/// Notes the ERP's order number as a line <c>ERP: SO-000123</c> in the staff notes, below what stands there. The shop has no safe way to
/// add to a text: a note that staff save between our reading and our writing (one call apart) is overwritten.
/// </summary>
internal sealed class ErpNumberNotes(RestApi shop) : IErpNumberWriter
{
    private static readonly char[] LineEnds = ['\r', '\n'];

    public async Task<LookOutcome> LookAsync(string orderId, string erpNumber, CancellationToken ct) =>
        await PlacedOrder.ReadAsync(shop, orderId, ct) switch
        {
            PlacedOrder.Ready order when Shows(order.Order.AdminNotes, erpNumber) => new LookOutcome.Same(order.Ref),
            PlacedOrder.Not not => new LookOutcome.Failed(not.Outcome),
            _ => new LookOutcome.NotFound(),
        };

    public async Task<WriteOutcome> WriteAsync(string orderId, string erpNumber, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(erpNumber) || erpNumber.IndexOfAny(LineEnds) >= 0) return Rejected("The ERP's number is empty or has several lines.");
        var look = await PlacedOrder.ReadAsync(shop, orderId, ct);
        if (look is PlacedOrder.Not not) return not.Outcome;
        var order = (PlacedOrder.Ready)look;
        if (Shows(order.Order.AdminNotes, erpNumber)) return new WriteOutcome.AlreadyDone(order.Ref);

        var answer = await shop.PutAsync<StoredOrder>(order.Path, new JsonObject { ["adminNotes"] = With(order.Order.AdminNotes, erpNumber) }, ct);
        return answer switch
        {
            ShopAnswer<StoredOrder>.Failed failed => failed.Outcome,
            ShopAnswer<StoredOrder>.Given given when Shows(given.Value.AdminNotes, erpNumber) => new WriteOutcome.Done(order.Ref),
            ShopAnswer<StoredOrder>.Given => Rejected("The shop did not keep the note."),
            _ => Rejected("The shop has no such order; it was deleted."),
        };
    }

    private static string With(string? notes, string erpNumber) =>
        string.IsNullOrWhiteSpace(notes) ? Line(erpNumber) : $"{notes.TrimEnd(LineEnds)}\n{Line(erpNumber)}";

    private static bool Shows(string? notes, string erpNumber) =>
        (notes ?? "").Split(LineEnds).Any(line => string.Equals(line.Trim(), Line(erpNumber), StringComparison.Ordinal));

    private static string Line(string erpNumber) => $"ERP: {erpNumber.Trim()}";

    private static WriteOutcome.Rejected Rejected(string message) => new([new Reason("adminNotes", message)]);
}
